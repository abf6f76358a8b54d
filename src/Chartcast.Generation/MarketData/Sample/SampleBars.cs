using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Sample;

/// <summary>Makes up bars of one symbol: days by a random walk, and shorter bars by cutting longer ones up.</summary>
/// <remarks>
/// A bar is a function of the symbol's name and its time alone: days follow each other from 1970-01-01, an hour is cut
/// out of its day, five minutes out of their hour, a minute out of its five. The pieces of a bar have exactly its open,
/// high, low, close and volume, so all intervals agree.
/// </remarks>
internal sealed class SampleBars
{
    public const long DayMs = 86_400_000;
    public const long HourMs = 3_600_000;
    public const long FiveMinutesMs = 300_000;
    public const long MinuteMs = 60_000;

    private readonly ulong _seed;
    private readonly double _tick;
    private readonly Bar[] _days;

    /// <summary>Makes the days of a symbol.</summary>
    /// <param name="symbol">Its full name.</param>
    /// <param name="dayCount">How many days since 1970-01-01.</param>
    public SampleBars(string symbol, int dayCount)
    {
        _seed = SampleRandom.SeedOf(symbol);
        _tick = 0.01;
        _days = Walk(dayCount);
    }

    /// <summary>All days, oldest first: a megabyte, to be read and not copied.</summary>
    public ArraySegment<Bar> Days => _days;

    /// <summary>Cuts the days from one index to before another into bars of a length.</summary>
    /// <param name="firstDay">Days since 1970-01-01.</param>
    /// <param name="endDay">The first day no more taken.</param>
    /// <param name="lengthMs">One of <see cref="HourMs"/>, <see cref="FiveMinutesMs"/>, <see cref="MinuteMs"/>.</param>
    public Bar[] Cut(int firstDay, int endDay, long lengthMs)
    {
        Bar[] bars = Cut(_days.AsSpan(firstDay, endDay - firstDay), 24, HourMs);
        if (lengthMs < HourMs) bars = Cut(bars, 12, FiveMinutesMs);
        return lengthMs < FiveMinutesMs ? Cut(bars, 5, MinuteMs) : bars;
    }

    private Bar[] Walk(int dayCount)
    {
        var days = new Bar[dayCount];
        var random = new SampleRandom(SampleRandom.Mix(_seed, (ulong)DayMs));
        double anchor = 20 + 380 * random.Next(), price = anchor, volatility = 0.015;
        for (int i = 0; i < dayCount; i++)
        {
            // Calm and wild stretches, a slowly growing anchor, and a pull back to it, so that no walk leaves the page.
            volatility = Math.Clamp(volatility * (1 + 0.12 * random.NextNormal()), 0.006, 0.035);
            anchor *= 1.00005;
            double pull = 0.004 * (anchor - price) / price;
            double open = Snap(price * (1 + 0.15 * volatility * random.NextNormal()));
            double close = Snap(open * (1 + pull + volatility * random.NextNormal()));
            double reach = volatility * price;
            double high = Snap(Math.Max(open, close) + reach * random.Next() * random.Next());
            double low = Snap(Math.Max(_tick, Math.Min(open, close) - reach * random.Next() * random.Next()));
            double moved = Math.Abs(close - open) / (price * volatility);
            double volume = Math.Floor(1e6 * (0.6 + 0.5 * moved + 0.6 * random.Next()));
            high = Math.Max(high, Math.Max(open, close));
            low = Math.Min(low, Math.Min(open, close));
            days[i] = new Bar(i * DayMs, open, high, low, close, volume);
            price = close;
        }

        return days;
    }

    private Bar[] Cut(ReadOnlySpan<Bar> wholes, int pieces, long pieceMs)
    {
        var bars = new Bar[wholes.Length * pieces];
        for (int i = 0; i < wholes.Length; i++) Cut(wholes[i], pieceMs, bars.AsSpan(i * pieces, pieces));
        return bars;
    }

    private void Cut(in Bar whole, long pieceMs, Span<Bar> pieces)
    {
        ulong seed = SampleRandom.Mix(SampleRandom.Mix(_seed, (ulong)pieceMs), (ulong)(whole.OpenTimeMs / pieceMs));
        var random = new SampleRandom(seed);
        int count = pieces.Length;
        double range = whole.High - whole.Low, stride = range * 0.9 / Math.Sqrt(count);
        double price = whole.Open, volumeLeft = whole.Volume;
        int highest = (int)(random.Next() * count), lowest = (int)(random.Next() * count);
        for (int i = 0; i < count; i++)
        {
            // A step towards the whole bar's close, stronger the fewer steps are left: a bridge from open to close.
            double drift = (whole.Close - price) / (count - i);
            double close = i == count - 1
                ? whole.Close
                : Math.Clamp(Snap(price + drift + stride * random.NextNormal()), whole.Low, whole.High);
            double high = Math.Min(whole.High, Snap(Math.Max(price, close) + stride * 0.5 * random.Next()));
            double low = Math.Max(whole.Low, Snap(Math.Min(price, close) - stride * 0.5 * random.Next()));
            if (i == highest) high = whole.High;
            if (i == lowest) low = whole.Low;
            double volume = i == count - 1
                ? volumeLeft
                : Math.Floor(volumeLeft / (count - i) * (0.5 + random.Next()));
            volume = Math.Min(volume, volumeLeft);
            volumeLeft -= volume;
            pieces[i] = new Bar(
                whole.OpenTimeMs + i * pieceMs, price, Math.Max(high, Math.Max(price, close)),
                Math.Min(low, Math.Min(price, close)), close, volume);
            price = close;
        }
    }

    private double Snap(double price) => Math.Max(_tick, Math.Round(price, 2));
}
