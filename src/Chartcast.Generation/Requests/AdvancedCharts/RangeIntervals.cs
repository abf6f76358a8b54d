using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>The length of bars that a named range is shown in where nobody may say it.</summary>
/// <remarks>Chart-IMG documents that a named range wins over the interval, not which one it takes. These are the pairs
/// that TradingView offers below its charts; the ranges "to date" take the one of the range they can grow to.</remarks>
internal static class RangeIntervals
{
    /// <summary>The interval of a range.</summary>
    /// <param name="range">One of <see cref="ChartRange.Names"/>.</param>
    public static BarInterval Of(string range) => BarInterval.Parse(range switch
    {
        "1D" or "DTD" => "1m",
        "5D" or "WTD" => "5m",
        "1M" or "MTD" => "30m",
        "3M" => "1h",
        "6M" => "2h",
        "5Y" => "1W",
        "ALL" => "1M",
        _ => "1D",
    });
}
