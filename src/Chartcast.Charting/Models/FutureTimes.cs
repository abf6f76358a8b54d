using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>When bars would open in the free slots right of the last one.</summary>
/// <remarks>The last week is taken to repeat itself, as <see cref="TimePlacement"/> takes it, so that nights and
/// weekends are left out; where there is no whole week, or bars last a week and longer, the interval counts.</remarks>
internal static class FutureTimes
{
    /// <summary>Fewer free slots are a margin, and stay without labels.</summary>
    public const int FewestSlots = 10;

    private const long WeekMs = 7 * 86_400_000L;

    /// <summary>Open times of the slots after the last bar; empty when there are only a few, or when bars do not stand
    /// for stretches of time.</summary>
    public static long[] Of(Chart chart)
    {
        int count = Math.Min(chart.FreeSlots, chart.LastSlot - chart.Last);
        if (count < FewestSlots || chart.Spec.Style.IsOfBricks()) return [];
        var times = new long[count];
        ReadOnlySpan<long> known = chart.Bars.OpenTimesMs;
        int inWeek = BarsOfLastWeek(chart.Bars);
        for (int i = 0; i < count; i++) times[i] = inWeek > 0 ? Repeated(known, inWeek, i) : After(chart.Bars, i + 1);
        return times;
    }

    private static int BarsOfLastWeek(BarSeries bars)
    {
        ReadOnlySpan<long> times = bars.OpenTimesMs;
        if (bars.Interval.NominalMs >= WeekMs || times[^1] - times[0] < WeekMs) return 0;
        int first = times.Length - 1;
        while (first > 0 && times[first - 1] > times[^1] - WeekMs) first--;
        return times.Length - first;
    }

    private static long Repeated(ReadOnlySpan<long> known, int inWeek, int index)
    {
        (int weeks, int rest) = Math.DivRem(index, inWeek);
        return known[known.Length - inWeek + rest] + (weeks + 1) * WeekMs;
    }

    private static long After(BarSeries bars, int intervals)
    {
        long last = bars.OpenTimesMs[^1];
        if (bars.Interval.Unit != BarUnit.Month) return last + intervals * bars.Interval.NominalMs;
        // Months are of unequal length, and beyond the calendar there is nothing to label.
        DateTime time = ChartClock.TimeOf(last);
        int months = (int)Math.Min((long)intervals * bars.Interval.Count, (DateTime.MaxValue.Year - time.Year) * 12L);
        return new DateTimeOffset(time.AddMonths(months), TimeSpan.Zero).ToUnixTimeMilliseconds();
    }
}
