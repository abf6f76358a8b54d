using System.Runtime.InteropServices;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Decides whether dates such as <c>1/2/2026</c> have the month or the day first.</summary>
internal static class CsvDates
{
    private const long LongestIntradayMs = 12 * 3_600_000L;
    private const int MuchCloser = 4;

    /// <summary>Keeps one reading of every date; rows that are no date in that reading become broken ones.</summary>
    /// <param name="table">The rows; changed.</param>
    /// <param name="fileName">The file's name, for errors.</param>
    /// <param name="said">What <c>symbols.json</c> says.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/>: both readings make
    /// sense.</exception>
    public static void Settle(CsvTable table, string fileName, DayOrder said)
    {
        if (table.DayFirstTimes is not { } dayFirst) return;
        DayOrder order = said != DayOrder.Unknown ? said : table.Layout.Dialect.DayOrder;
        if (order == DayOrder.Unknown) order = Decide(CollectionsMarshal.AsSpan(table.Bars), dayFirst);
        if (order == DayOrder.Unknown)
        {
            throw CsvFault.Unreadable(
                fileName,
                "its dates can be read with the month or the day first, and both make sense: say which by "
                + "\"dateOrder\": \"mdy\" or \"dmy\" in symbols.json.");
        }

        int kept = 0;
        for (int i = 0; i < dayFirst.Count; i++)
        {
            long timeMs = order == DayOrder.DayFirst ? dayFirst[i] : table.Bars[i].OpenTimeMs;
            if (timeMs == CsvTime.Nothing)
            {
                table.AddBroken(0, "has a date that does not exist");
                continue;
            }

            table.Bars[kept] = table.Bars[i] with { OpenTimeMs = timeMs };
            table.OffsetMinutes[kept++] = table.OffsetMinutes[i];
        }

        table.Bars.RemoveRange(kept, table.Bars.Count - kept);
        table.OffsetMinutes.RemoveRange(kept, table.OffsetMinutes.Count - kept);
    }

    /// <summary>A number above 12 decides; else the reading under which the times run one way only.</summary>
    private static DayOrder Decide(ReadOnlySpan<Bar> monthFirst, List<long> dayFirst)
    {
        int noMonthFirst = 0, noDayFirst = 0;
        for (int i = 0; i < monthFirst.Length; i++)
        {
            if (monthFirst[i].OpenTimeMs == CsvTime.Nothing) noMonthFirst++;
            if (dayFirst[i] == CsvTime.Nothing) noDayFirst++;
        }

        if (noMonthFirst != noDayFirst) return noMonthFirst < noDayFirst ? DayOrder.MonthFirst : DayOrder.DayFirst;
        bool monthRuns = true, dayRuns = true;
        int monthWay = 0, dayWay = 0;
        for (int i = 1; i < monthFirst.Length; i++)
        {
            monthRuns &= RunsOn(monthFirst[i - 1].OpenTimeMs, monthFirst[i].OpenTimeMs, ref monthWay);
            dayRuns &= RunsOn(dayFirst[i - 1], dayFirst[i], ref dayWay);
        }

        if (monthRuns && dayRuns) return DecideBySessions(monthFirst, dayFirst);
        if (!monthRuns && !dayRuns) return DayOrder.Unknown;
        return monthRuns ? DayOrder.MonthFirst : DayOrder.DayFirst;
    }

    /// <summary>Bars of one and the same day are not a month from those of the next: where there are several bars a
    /// day, the reading is right under which their days lie close together.</summary>
    private static DayOrder DecideBySessions(ReadOnlySpan<Bar> monthFirst, List<long> dayFirst)
    {
        int near = 0;
        for (int i = 1; i < monthFirst.Length; i++)
        {
            if (Math.Abs(monthFirst[i].OpenTimeMs - monthFirst[i - 1].OpenTimeMs) < LongestIntradayMs) near++;
        }

        if (near * 2 < monthFirst.Length) return DayOrder.Unknown;
        long monthSpan = Math.Abs(monthFirst[^1].OpenTimeMs - monthFirst[0].OpenTimeMs);
        long daySpan = Math.Abs(dayFirst[^1] - dayFirst[0]);
        if (monthSpan * MuchCloser < daySpan) return DayOrder.MonthFirst;
        return daySpan * MuchCloser < monthSpan ? DayOrder.DayFirst : DayOrder.Unknown;
    }

    private static bool RunsOn(long previous, long next, ref int way)
    {
        int step = next.CompareTo(previous);
        if (step == 0) return true;
        if (way == 0) way = step;
        return way == step;
    }
}
