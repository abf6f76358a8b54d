using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Vwap;

/// <summary>What the indicators share that begin afresh with a stretch of the calendar.</summary>
internal static class AnchorForms
{
    /// <summary>A month of one-minute bars: nobody wants to wait for more.</summary>
    public const int MostPeriodBars = 44_640;

    private const long DayMs = 86_400_000;

    /// <summary>The words of periods; the index is the value of <see cref="CalendarPeriod"/>.</summary>
    public static readonly IReadOnlyList<string> Words =
        ["Session", "Week", "Month", "Quarter", "Year", "Decade", "Century"];

    /// <summary>What TradingView begins with besides, and why we do not.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused =
        new[] { "Earnings", "Dividends", "Splits" }.ToDictionary(
            static word => word, static word => $"there are no dates of {word.ToLowerInvariant()}",
            StringComparer.Ordinal);

    /// <summary>When to begin afresh; the value is a <see cref="CalendarPeriod"/>.</summary>
    public static IndicatorParameter Anchor() => ParameterForms.Choice(
        "anchor", "when to begin afresh", Words[0], Words, "period", "reset") with
    {
        Refused = Refused,
    };

    /// <summary>How many bars the longest period of its kind holds; never more than
    /// <see cref="MostPeriodBars"/>.</summary>
    public static int PeriodBars(CalendarPeriod period, BarInterval interval)
    {
        // A day of 25 hours, when clocks are turned back, needs no more: its first bars are the day's beginning.
        long days = period switch
        {
            CalendarPeriod.Day => 1,
            CalendarPeriod.Week => 7,
            CalendarPeriod.Month => 31,
            CalendarPeriod.Quarter => 92,
            CalendarPeriod.Decade => 3_653,
            CalendarPeriod.Century => 36_525,
            _ => 366,
        };
        return (int)Math.Min(days * DayMs / interval.NominalMs, MostPeriodBars);
    }
}
