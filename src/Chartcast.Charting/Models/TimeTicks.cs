using System.Buffers;
using System.Globalization;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>Chooses the bars a time axis labels, and their texts.</summary>
internal static class TimeTicks
{
    /// <summary>Width kept for a label of eight characters, in font sizes plus four.</summary>
    private const double LabelWidthFactor = 5;
    private const double LabelWidthExtraPx = 4;

    /// <summary>Distance of two marks in logical pixels.</summary>
    public static double LabelWidthPx(double fontSizePx) => (fontSizePx + LabelWidthExtraPx) * LabelWidthFactor;

    /// <summary>Finds the bars to label, in ascending order.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="scale">Which are visible, and how wide they are.</param>
    /// <param name="clock">The clock they are read from.</param>
    /// <param name="labelWidthPx">Least distance of two marks in logical pixels.</param>
    /// <param name="future">When bars would open in the slots after the last one; usually none.</param>
    public static List<TimeMark> Find(
        BarSeries bars, TimeScale scale, ChartClock clock, double labelWidthPx, ReadOnlySpan<long> future = default)
    {
        byte[] weights = ArrayPool<byte>.Shared.Rent(scale.Count + future.Length);
        try
        {
            Span<byte> visible = weights.AsSpan(0, scale.Count + future.Length);
            ReadOnlySpan<long> times = bars.OpenTimesMs;
            long before = scale.First > 0 ? times[scale.First - 1] : times[0] - AverageInterval(bars);
            WriteWeights(times.Slice(scale.First, scale.Count), before, clock, visible[..scale.Count]);
            WriteWeights(future, times[scale.Last], clock, visible[scale.Count..]);
            int distance = (int)Math.Ceiling(labelWidthPx / scale.SpacingPx);
            List<TimeMark> marks = Pick(visible, distance, scale.First);
            Date(marks);
            return marks;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(weights);
        }
    }

    /// <summary>Writes the weight of every bar.</summary>
    /// <param name="openTimesMs">Open times, oldest first.</param>
    /// <param name="beforeMs">The open time of the bar before the first.</param>
    /// <param name="clock">The clock they are read from.</param>
    /// <param name="weights">Receives one a bar.</param>
    /// <remarks>Where the clock is put back, the repeated hour has no marks: one hour is never labelled
    /// twice.</remarks>
    public static void WriteWeights(
        ReadOnlySpan<long> openTimesMs, long beforeMs, ChartClock clock, Span<byte> weights)
    {
        long latest = clock.LocalMs(beforeMs);
        var offsets = new DayOffsets(clock);
        for (int i = 0; i < openTimesMs.Length; i++)
        {
            long local = offsets.LocalMs(openTimesMs[i]);
            weights[i] = local > latest ? TimeWeights.Of(local, latest) : TimeWeights.None;
            latest = Math.Max(latest, local);
        }
    }

    /// <summary>The least weight that is written in bold.</summary>
    public static byte BoldFrom(IReadOnlyList<TimeMark> marks)
    {
        byte greatest = TimeWeights.None;
        foreach (TimeMark mark in marks) greatest = Math.Max(greatest, mark.Weight);
        return greatest switch
        {
            > TimeWeights.Hour and < TimeWeights.Day => TimeWeights.Hour,
            TimeWeights.DatedDay => TimeWeights.Day,
            _ => greatest,
        };
    }

    /// <summary>Writes the label of a mark: year, short month, day of the month or time of day.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="localMs">Its local time.</param>
    /// <param name="isIntraday">Whether times of day are shown.</param>
    /// <param name="destination">At least 12 long.</param>
    /// <returns>How many characters were written.</returns>
    public static int WriteLabel(TimeMark mark, long localMs, bool isIntraday, Span<char> destination)
    {
        string format = mark.Weight switch
        {
            >= TimeWeights.Year => "yyyy",
            >= TimeWeights.Month => "MMM",
            TimeWeights.DatedDay or TimeWeights.DatedTime => "d MMM",
            >= TimeWeights.Day => "%d",
            _ => isIntraday ? "HH:mm" : "%d",
        };
        ChartClock.TimeOf(localMs).TryFormat(destination, out int length, format, CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Lets the first mark tell the date where no mark would tell the day, or the month.</summary>
    private static void Date(List<TimeMark> marks)
    {
        byte greatest = TimeWeights.None;
        foreach (TimeMark mark in marks) greatest = Math.Max(greatest, mark.Weight);
        if (marks.Count == 0 || greatest >= TimeWeights.Month) return;
        byte weight = greatest >= TimeWeights.Day ? TimeWeights.DatedDay : TimeWeights.DatedTime;
        int first = weight == TimeWeights.DatedTime
            ? 0
            : marks.FindIndex(static mark => mark.Weight >= TimeWeights.Day);
        marks[first] = marks[first] with { Weight = weight };
    }

    /// <summary>How far before the first bar an imaginary one lies that the first is compared with.</summary>
    private static long AverageInterval(BarSeries bars) => bars.Count > 1
        ? (bars.OpenTimesMs[^1] - bars.OpenTimesMs[0]) / (bars.Count - 1)
        : bars.Interval.NominalMs;

    private static List<TimeMark> Pick(ReadOnlySpan<byte> weights, int distance, int first)
    {
        ulong present = 0;
        ulong beyond = 0;
        foreach (byte weight in weights)
        {
            if (weight < 64) present |= 1UL << weight;
            else beyond |= 1UL << (weight - 64);
        }

        // No more marks than that find room, which spares the lists their growing.
        int most = Math.Min(weights.Length, weights.Length / Math.Max(1, distance) + 2);
        var taken = new List<TimeMark>(most);
        var merged = new List<TimeMark>(most);
        for (int weight = TimeWeights.Year; weight > TimeWeights.None; weight--)
        {
            bool occurs = weight < 64 ? (present >> weight & 1) != 0 : (beyond >> (weight - 64) & 1) != 0;
            if (!occurs) continue;
            Merge(weights, (byte)weight, new Spacing(distance, first), taken, merged);
            (taken, merged) = (merged, taken);
            merged.Clear();
        }

        return taken;
    }

    private static void Merge(
        ReadOnlySpan<byte> weights, byte weight, Spacing spacing, List<TimeMark> taken, List<TimeMark> merged)
    {
        int next = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            int index = spacing.First + i;
            if (next < taken.Count && taken[next].Index == index) merged.Add(taken[next++]);
            if (weights[i] != weight) continue;
            bool isFreeLeft = merged.Count == 0 || index - merged[^1].Index >= spacing.Distance;
            bool isFreeRight = next >= taken.Count || taken[next].Index - index >= spacing.Distance;
            if (isFreeLeft && isFreeRight) merged.Add(new TimeMark(index, weight));
        }
    }

    private readonly record struct Spacing(int Distance, int First);
}
