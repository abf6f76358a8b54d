using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData;

/// <summary>Finds the part of a history that a query asks for.</summary>
internal static class SeriesWindow
{
    /// <summary>Finds the bars to show and those before them that indicators need.</summary>
    /// <param name="bars">All bars at the asked interval, oldest first.</param>
    /// <param name="query">Which are wanted.</param>
    /// <returns>Index of the first bar to give, of the first to show, and after the last.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.NoData"/>: no bar is in the asked range.</exception>
    public static (int Start, int FirstVisible, int End) Find(ReadOnlySpan<Bar> bars, MarketDataQuery query)
    {
        int first = query.From is null ? 0 : CountBefore(bars, Bound(query.From.Value, query.Interval));
        int end = query.To is null ? bars.Length : CountBefore(bars, Bound(query.To.Value, query.Interval) + 1);
        if (first >= end)
        {
            string held = bars.IsEmpty ? "there are none" : $"there are bars from {Show(bars[0])} to {Show(bars[^1])}";
            throw new ChartException(
                ChartErrorCode.NoData,
                $"range: no {query.Interval} bars of {query.Symbol} in the asked range; {held}.");
        }

        if (query.Count is int count) first = Math.Max(first, end - count);
        if (query.ShiftLeftBars > 0)
        {
            if (query.ShiftLeftBars >= end)
            {
                throw new ChartException(
                    ChartErrorCode.NoData,
                    $"shiftLeft: {query.ShiftLeftBars} bars back from the asked range there is nothing; up to its end "
                    + $"there are {end} {query.Interval} bars of {query.Symbol}.");
            }

            end -= query.ShiftLeftBars;
            first = Math.Clamp(first - query.ShiftLeftBars, 0, end - 1);
        }

        return (Math.Max(0, first - Math.Max(query.WarmUpBars, 0)), first, end);
    }

    private static string Show(Bar bar) => DateTimeOffset.FromUnixTimeMilliseconds(bar.OpenTimeMs)
        .ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture).Replace(" 00:00Z", "");

    /// <summary>Daily and longer bars are dates: of a bound, only its calendar date as written counts.</summary>
    private static long Bound(DateTimeOffset bound, BarInterval interval) => interval.IsIntraday
        ? bound.ToUnixTimeMilliseconds()
        : new DateTimeOffset(bound.Date, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static int CountBefore(ReadOnlySpan<Bar> bars, long timeMs)
    {
        int low = 0, high = bars.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (bars[middle].OpenTimeMs < timeMs) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
