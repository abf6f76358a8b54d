using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>When a market trades, as its bars show it.</summary>
/// <param name="OpenMs">Local time of day of the first bar of a usual day, in milliseconds.</param>
/// <param name="CloseMs">Local time of day at which the last bar of a usual day ends.</param>
/// <param name="TradingDays">Bit d is set when the market trades on weekday d, 0 = Sunday.</param>
internal readonly record struct SessionProfile(long OpenMs, long CloseMs, int TradingDays)
{
    public const int AllDays = 0x7F;

    /// <summary>A weekday with fewer than this share of the dates is no trading day: a stray bar, not a
    /// session.</summary>
    private const double SmallestShare = 0.02;

    public static SessionProfile AroundTheClock => new(0, ZoneClock.DayMs, AllDays);

    /// <summary>The weekday of a date in days since 1970-01-01; 0 = Sunday.</summary>
    public static int WeekdayOf(long day) => (int)(((day + 4) % 7 + 7) % 7);

    public bool TradesOn(long day) => (TradingDays >> WeekdayOf(day) & 1) != 0;

    /// <summary>Reads the usual session off the bars.</summary>
    /// <param name="bars">Bars oldest first.</param>
    /// <param name="baseInterval">How long they last.</param>
    /// <param name="zone">The market's zone; dates need none.</param>
    public static SessionProfile Detect(ReadOnlySpan<Bar> bars, BaseInterval baseInterval, TimeZoneInfo zone)
    {
        var clock = new ZoneClock(zone);
        var opens = new Dictionary<long, int>();
        var closes = new Dictionary<long, int>();
        Span<int> dates = stackalloc int[7];
        long previousDay = long.MinValue, previousTime = 0;
        foreach (Bar bar in bars)
        {
            long local = baseInterval.IsIntraday ? clock.ToLocal(bar.OpenTimeMs) : bar.OpenTimeMs;
            long day = ZoneClock.FloorDiv(local, ZoneClock.DayMs), time = local - day * ZoneClock.DayMs;
            if (day != previousDay)
            {
                dates[WeekdayOf(day)]++;
                Count(opens, time);
                if (previousDay != long.MinValue) Count(closes, previousTime);
            }

            (previousDay, previousTime) = (day, time);
        }

        if (closes.Count == 0) Count(closes, previousTime);
        long close = MostFrequent(closes, preferLarge: true) + baseInterval.Seconds * 1000;
        return new SessionProfile(
            MostFrequent(opens, preferLarge: false), Math.Min(close, ZoneClock.DayMs), DaysOf(dates));
    }

    private static void Count(Dictionary<long, int> counts, long time) =>
        counts[time] = counts.GetValueOrDefault(time) + 1;

    private static long MostFrequent(Dictionary<long, int> counts, bool preferLarge)
    {
        long best = 0;
        int bestCount = 0;
        foreach ((long time, int count) in counts)
        {
            bool wins = count > bestCount || (count == bestCount && (preferLarge ? time > best : time < best));
            if (wins) (best, bestCount) = (time, count);
        }

        return best;
    }

    private static int DaysOf(ReadOnlySpan<int> dates)
    {
        int total = 0, days = 0;
        foreach (int count in dates) total += count;
        for (int i = 0; i < 7; i++)
        {
            if (dates[i] > 0 && dates[i] >= SmallestShare * total) days |= 1 << i;
        }

        // Too few dates to know: the usual working week, and whatever was seen.
        return total < 14 ? days | 0b0111110 : days;
    }
}
