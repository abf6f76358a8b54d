using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Series;

/// <summary>Made-up bars that are the same on every machine: whole-number arithmetic and nothing else.</summary>
internal static class TestSeries
{
    public const long DayMs = 86_400_000;
    public const long HourMs = 3_600_000;
    public const long MinuteMs = 60_000;

    /// <summary>Weekdays from 2024-01-02.</summary>
    public static BarSeries Daily(int count, uint seed = 7, double scale = 0.01, bool hasVolume = true)
    {
        var walk = new Walk(seed);
        var bars = new Bar[count];
        long time = Utc(2024, 1, 2);
        for (int i = 0; i < count; i++)
        {
            bars[i] = walk.Next(time, scale, hasVolume);
            time += DayMs;
            while (IsWeekend(time)) time += DayMs;
        }

        return new BarSeries(BarInterval.Day, bars);
    }

    /// <summary>Bars without gaps at an intraday interval.</summary>
    public static BarSeries Intraday(string interval, long startMs, int count, uint seed = 11)
    {
        var walk = new Walk(seed);
        BarInterval step = BarInterval.Parse(interval);
        var bars = new Bar[count];
        for (int i = 0; i < count; i++) bars[i] = walk.Next(startMs + i * step.NominalMs, 0.01, true);
        return new BarSeries(step, bars);
    }

    /// <summary>Quarter hours from 09:30 to 16:00 New York time, from 2026-03-05 over the change of clocks.</summary>
    public static BarSeries Sessions(int days, uint seed = 5)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var walk = new Walk(seed);
        var bars = new List<Bar>();
        var date = new DateTime(2026, 3, 5, 9, 30, 0, DateTimeKind.Unspecified);
        for (int day = 0; day < days; date = date.AddDays(1))
        {
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            long open = new DateTimeOffset(date, zone.GetUtcOffset(date)).ToUnixTimeMilliseconds();
            for (int i = 0; i < 26; i++) bars.Add(walk.Next(open + i * 15 * MinuteMs, 0.01, true));
            day++;
        }

        return new BarSeries(BarInterval.Parse("15m"), bars, zone);
    }

    /// <summary>Bars of one price that never changes.</summary>
    public static BarSeries Flat(int count, double price)
    {
        var bars = new Bar[count];
        for (int i = 0; i < count; i++)
            bars[i] = new Bar(Utc(2024, 1, 1) + i * DayMs, price, price, price, price, double.NaN);
        return new BarSeries(BarInterval.Day, bars);
    }

    /// <summary>Daily bars whose closes grow by a factor, with every fifth one falling back.</summary>
    public static BarSeries Growing(int count, double start, double factor)
    {
        var bars = new Bar[count];
        double open = start;
        for (int i = 0; i < count; i++)
        {
            double close = i % 5 == 4 ? open / factor : open * factor;
            double high = Math.Max(open, close) * 1.02, low = Math.Min(open, close) * 0.98;
            bars[i] = new Bar(Utc(2024, 1, 1) + i * DayMs, open, high, low, close, 1000 + i);
            open = close;
        }

        return new BarSeries(BarInterval.Day, bars);
    }

    /// <summary>A series without every second of its bars.</summary>
    public static BarSeries EverySecond(BarSeries bars)
    {
        var kept = new List<Bar>();
        for (int i = 0; i < bars.Count; i += 2) kept.Add(bars[i]);
        return new BarSeries(bars.Interval, kept);
    }

    public static long Utc(int year, int month, int day, int hour = 0, int minute = 0) =>
        new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static bool IsWeekend(long ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds(ms).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private sealed class Walk(uint seed)
    {
        private uint _state = seed * 2_654_435_761u + 1;
        private int _price = 15_000;
        private int _trend;

        public Bar Next(long time, double scale, bool hasVolume)
        {
            if (Pick(20) == 0) _trend = Pick(60) - 26;
            int open = Math.Max(200, _price + Pick(81) - 40);
            int close = Math.Max(200, open + _trend + Pick(401) - 200);
            int high = Math.Max(open, close) + Pick(140);
            int low = Math.Max(100, Math.Min(open, close) - Pick(140));
            _price = close;
            double volume = hasVolume ? 400_000 + 900 * Math.Abs(close - open) * 10 + Pick(600_000) : double.NaN;
            return new Bar(time, open * scale, high * scale, low * scale, close * scale, volume);
        }

        private int Pick(int count)
        {
            _state = _state * 1_664_525u + 1_013_904_223u;
            return (int)((ulong)(_state >> 8) * (uint)count >> 24);
        }
    }
}
