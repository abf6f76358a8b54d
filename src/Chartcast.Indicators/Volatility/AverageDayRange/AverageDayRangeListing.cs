using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.AverageDayRange;

internal static class AverageDayRangeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Average Day Range",
        Aliases = ["adr", "average_day_range", "average_daily_range"],
        ShortTitle = "ADR",
        Description = "The mean distance from low to high of the last bars, gaps left out.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["length"],
        WarmUpBars = inputs => (int)inputs[0] - 1,
        Stream = static context => new OnePlotStream(new AverageDayRange(context.Whole(0)).Next),
    };
}
