using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.TrueRanges;

internal static class NormalizedAverageTrueRangeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Normalized Average True Range",
        Aliases = ["natr", "atr_percent", "atrp", "normalized_average_true_range"],
        ShortTitle = "NATR",
        Description = "Average true range in percent of the close, so that symbols of any price compare.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(128,25,34)")],
        LegendInputs = ["length"],
        WarmUpBars = inputs => 1 + ExponentialMean.WilderSettlingLength((int)inputs[0]),
        Stream = static context => new OnePlotStream(new NormalizedAverageTrueRange(context.Whole(0)).Next),
    };
}
