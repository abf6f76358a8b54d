using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Levels.PivotPoints;

internal static class PivotPointsListing
{
    private const int Kind = 0, Period = 1;
    private const int Automatic = 0;
    private const int LongestMinutesByDay = 15;
    private const string Color = "rgb(251,140,0)";

    private static readonly string[] Keys = ["P", "R1", "R2", "R3", "R4", "R5", "S1", "S2", "S3", "S4", "S5"];

    // So far from prices that candles would shrink; an override such as R4.visible shows them.
    private static readonly string[] Far = ["R4", "R5", "S4", "S5"];

    public static IndicatorListing Create() => new()
    {
        Name = "Pivot Points Standard",
        Aliases = ["pivot_points", "pivots", "pivot_points_standard"],
        ShortTitle = "Pivots",
        Description = "Pivot points: levels that follow from the prices of the last day, week, month or year.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Choice(
                "kind", "which formulas", "Traditional",
                ["Traditional", "Fibonacci", "Woodie", "Classic", "DM", "Camarilla"], "pivot_type", "method"),
            ParameterForms.Choice(
                "timeframe", "which period counts", "Auto",
                ["Auto", "Daily", "Weekly", "Monthly", "Quarterly", "Yearly"], "period", "anchor"),
        ],
        Outputs =
        [
            .. Keys.Select(key => new IndicatorOutput(key, PlotKind.Levels, [Color], 1, !Far.Contains(key))),
        ],
        LegendInputs = ["kind", "timeframe"],
        WarmUpBars = static _ => 0,
        // The whole last period, whichever bar of the present one is shown first.
        PeriodBars = static (inputs, interval) => Math.Min(
            2 * AnchorForms.PeriodBars(PeriodOf((int)inputs[Period], interval), interval), AnchorForms.MostPeriodBars),
        Stream = static context => new PivotPoints(
            (PivotKind)context.Whole(Kind),
            new PeriodClock(
                PeriodOf(context.Whole(Period), context.Interval), context.Interval, context.ExchangeZone)),
    };

    private static CalendarPeriod PeriodOf(int choice, BarInterval interval)
    {
        if (choice != Automatic) return (CalendarPeriod)(choice - 1);
        if (!interval.IsIntraday) return interval == BarInterval.Day ? CalendarPeriod.Month : CalendarPeriod.Year;
        return interval.Count <= LongestMinutesByDay ? CalendarPeriod.Day : CalendarPeriod.Week;
    }
}
