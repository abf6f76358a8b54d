using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.HistoricalVolatility;

internal static class HistoricalVolatilityListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Historical Volatility",
        Aliases = ["hv", "historical_volatility"],
        ShortTitle = "HV",
        Description = "Standard deviation of logarithmic returns in percent a year of 365 bars (52 for bars above a "
            + "day).",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 10, 100_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = inputs => (int)inputs[0],
        Stream = static context => new OnePlotStream(
            new HistoricalVolatility(context.Whole(0), context.Interval).Next),
    };
}
