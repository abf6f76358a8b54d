namespace Chartcast.Indicators.Bars;

/// <summary>Bars of one symbol at one interval, oldest first, as columns.</summary>
/// <remarks>Immutable and safe to share between threads. Open times strictly increase.</remarks>
public sealed class BarSeries
{
    private readonly long[] _openTimesMs;
    private readonly double[] _opens;
    private readonly double[] _highs;
    private readonly double[] _lows;
    private readonly double[] _closes;
    private readonly double[] _volumes;

    /// <summary>Copies bars into columns.</summary>
    /// <param name="interval">The interval every bar spans.</param>
    /// <param name="bars">Bars oldest first, with strictly increasing open times.</param>
    /// <param name="exchangeZone">See <see cref="ExchangeZone"/>; null for UTC.</param>
    /// <exception cref="ArgumentException">Two bars share an open time, or they are not in ascending order.</exception>
    public BarSeries(BarInterval interval, IReadOnlyList<Bar> bars, TimeZoneInfo? exchangeZone = null)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Interval = interval;
        ExchangeZone = exchangeZone ?? TimeZoneInfo.Utc;
        int count = bars.Count;
        _openTimesMs = new long[count];
        _opens = new double[count];
        _highs = new double[count];
        _lows = new double[count];
        _closes = new double[count];
        _volumes = new double[count];
        for (int i = 0; i < count; i++)
        {
            Bar bar = bars[i];
            if (i > 0 && bar.OpenTimeMs <= _openTimesMs[i - 1])
                throw new ArgumentException($"Bar {i} does not open after bar {i - 1}.", nameof(bars));
            _openTimesMs[i] = bar.OpenTimeMs;
            _opens[i] = bar.Open;
            _highs[i] = bar.High;
            _lows[i] = bar.Low;
            _closes[i] = bar.Close;
            _volumes[i] = bar.Volume;
            HasVolume |= !double.IsNaN(bar.Volume);
        }
    }

    private BarSeries(BarSeries whole, int start, int count)
    {
        Interval = whole.Interval;
        ExchangeZone = whole.ExchangeZone;
        _openTimesMs = whole.OpenTimesMs.Slice(start, count).ToArray();
        _opens = whole.Opens.Slice(start, count).ToArray();
        _highs = whole.Highs.Slice(start, count).ToArray();
        _lows = whole.Lows.Slice(start, count).ToArray();
        _closes = whole.Closes.Slice(start, count).ToArray();
        _volumes = whole.Volumes.Slice(start, count).ToArray();
        HasVolume = Array.Exists(_volumes, static volume => !double.IsNaN(volume));
    }

    /// <summary>The interval every bar spans.</summary>
    public BarInterval Interval { get; }

    /// <summary>The zone in which the exchange's trading days are calendar days; decides where sessions begin. Default
    /// UTC, as around-the-clock markets have it. Matters to intraday bars only.</summary>
    public TimeZoneInfo ExchangeZone { get; }

    /// <summary>How many bars there are; 0 or more.</summary>
    public int Count => _closes.Length;

    /// <summary>Whether at least one bar has a known volume.</summary>
    public bool HasVolume { get; }

    /// <summary>Open times in milliseconds since 1970-01-01T00:00:00Z, strictly increasing.</summary>
    public ReadOnlySpan<long> OpenTimesMs => _openTimesMs;

    /// <summary>First prices.</summary>
    public ReadOnlySpan<double> Opens => _opens;

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> Highs => _highs;

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Lows => _lows;

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Closes => _closes;

    /// <summary>Volumes; <see cref="double.NaN"/> where unknown.</summary>
    public ReadOnlySpan<double> Volumes => _volumes;

    /// <summary>The bar at an index.</summary>
    /// <param name="index">0 (oldest) to <see cref="Count"/> − 1.</param>
    public Bar this[int index] =>
        new(_openTimesMs[index], _opens[index], _highs[index], _lows[index], _closes[index], _volumes[index]);

    /// <summary>One price per bar; only means of several prices are computed anew.</summary>
    /// <param name="source">Which price.</param>
    public ReadOnlySpan<double> Prices(PriceSource source) => source switch
    {
        PriceSource.Open => _opens,
        PriceSource.High => _highs,
        PriceSource.Low => _lows,
        PriceSource.Hl2 or PriceSource.Hlc3 or PriceSource.Ohlc4 => Means(source),
        _ => _closes,
    };

    /// <summary>The last bars as a series of their own.</summary>
    /// <param name="count">How many at most; 0 or more.</param>
    public BarSeries Last(int count) => count >= Count ? this : Slice(Count - count, count);

    /// <summary>Some consecutive bars as a series of their own.</summary>
    /// <param name="start">Index of the first, 0 (oldest) to <see cref="Count"/>.</param>
    /// <param name="count">How many; at most <see cref="Count"/> − <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the series.</exception>
    public BarSeries Slice(int start, int count) => new(this, start, count);

    private double[] Means(PriceSource source)
    {
        var means = new double[Count];
        for (int i = 0; i < means.Length; i++) means[i] = this[i].Price(source);

        return means;
    }
}
