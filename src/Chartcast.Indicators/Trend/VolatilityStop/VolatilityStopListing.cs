using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.VolatilityStop;

internal static class VolatilityStopListing
{
    private const int Length = 0, Multiplier = 1, Source = 2;

    // How many lengths it usually takes until the trend has turned and the beginning is forgotten.
    private const int LengthsToForget = 10;

    public static IndicatorListing Create() => new()
    {
        Name = "Volatility Stop",
        Aliases = ["volatility_stop", "vstop"],
        ShortTitle = "VStop",
        Description = "Volatility stop: a trailing stop some average true ranges from the best price of the trend.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("length", 20, 2_000),
            OverlayForms.Multiplier("multiplier", "average true ranges between best price and stop", 2, (0.25, 1_000)),
            ParameterForms.Source("source"),
        ],
        Outputs = [new IndicatorOutput("Plot", PlotKind.Crosses, ["rgb(0,150,136)", "rgb(244,67,54)"], 1)],
        LegendInputs = ["length", "source", "multiplier"],
        WarmUpBars = static inputs =>
            ExponentialMean.WilderSettlingLength((int)inputs[Length]) + LengthsToForget * (int)inputs[Length],
        RemembersStart = true,
        Stream = static context => new VolatilityStop(
            context.Whole(Length), context.Number(Multiplier), context.Source(Source)),
    };
}
