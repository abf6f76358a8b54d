using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.TrueRanges;

internal static class AverageTrueRangeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Average True Range",
        Aliases = ["atr", "average_true_range"],
        ShortTitle = "ATR",
        Description = "Average true range: how far the price moves in a bar, gaps included, as Wilder's mean.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(128,25,34)")],
        LegendInputs = ["in_0"],
        WarmUpBars = inputs => 1 + ExponentialMean.WilderSettlingLength((int)inputs[0]),
        Stream = static context => new OnePlotStream(new AverageTrueRange(context.Whole(0)).Next),
    };
}
