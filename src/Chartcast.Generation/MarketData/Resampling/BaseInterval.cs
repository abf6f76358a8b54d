using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>How long the bars of a source last: a number of seconds, of days, or of months; one of them is not
/// 0.</summary>
internal readonly record struct BaseInterval(long Seconds, int Days, int Months)
{
    private const int MostDifferences = 100_000;

    public static BaseInterval Day => new(0, 1, 0);

    /// <summary>Whether bars carry a time of day.</summary>
    public bool IsIntraday => Seconds > 0;

    /// <summary>Nominal length in milliseconds.</summary>
    public long NominalMs => Seconds * 1000 + Days * ZoneClock.DayMs + Months * 2_629_800_000L;

    public static BaseInterval Of(BarInterval interval) => interval.Unit switch
    {
        BarUnit.Minute => new BaseInterval(interval.Count * 60L, 0, 0),
        BarUnit.Day => new BaseInterval(0, interval.Count, 0),
        BarUnit.Week => new BaseInterval(0, interval.Count * 7, 0),
        _ => new BaseInterval(0, 0, interval.Count),
    };

    /// <summary>Takes the most frequent distance between neighbours.</summary>
    /// <param name="timesMs">Times that strictly increase.</param>
    /// <param name="areDates">Whether they are dates without a time of day.</param>
    public static BaseInterval Detect(ReadOnlySpan<long> timesMs, bool areDates)
    {
        long step = MostFrequentStep(timesMs);
        if (step == 0) return areDates ? Day : new BaseInterval(60, 0, 0);
        double days = step / (double)ZoneClock.DayMs;
        return days switch
        {
            // A trading day may be an hour shorter or longer where clocks change.
            < 0.95 => new BaseInterval(Math.Max(1, step / 1000), 0, 0),
            < 1.5 => Day,
            < 2.5 => new BaseInterval(0, 2, 0),
            < 5 => new BaseInterval(0, 3, 0),
            < 10 => new BaseInterval(0, 7, 0),
            < 45 => new BaseInterval(0, 0, 1),
            < 120 => new BaseInterval(0, 0, 3),
            < 250 => new BaseInterval(0, 0, 6),
            _ => new BaseInterval(0, 0, 12),
        };
    }

    /// <summary>Whether an interval can be built from whole bars of this one.</summary>
    public bool CanMake(BarInterval target) => target.Unit switch
    {
        BarUnit.Minute => IsIntraday && target.NominalMs / 1000 % Seconds == 0,
        BarUnit.Day => IsIntraday || Days == 1 || Days == target.Count,
        BarUnit.Week => IsIntraday || Days is 1 or 7,
        _ => IsIntraday || Days == 1 || (Months > 0 && target.Count % Months == 0),
    };

    /// <summary>Names of all intervals that can be built, shortest first.</summary>
    public IReadOnlyList<string> Available()
    {
        BaseInterval self = this;
        return [.. BarInterval.AllNames.Where(name => self.CanMake(BarInterval.Parse(name)))];
    }

    private static long MostFrequentStep(ReadOnlySpan<long> timesMs)
    {
        var counts = new Dictionary<long, int>();
        int last = Math.Min(timesMs.Length, MostDifferences);
        for (int i = 1; i < last; i++)
        {
            long step = timesMs[i] - timesMs[i - 1];
            counts[step] = counts.GetValueOrDefault(step) + 1;
        }

        long best = 0;
        int bestCount = 0;
        foreach ((long step, int count) in counts)
        {
            if (count > bestCount || (count == bestCount && step < best)) (best, bestCount) = (step, count);
        }

        return best;
    }
}
