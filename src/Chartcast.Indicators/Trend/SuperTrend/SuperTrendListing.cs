using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.SuperTrend;

internal static class SuperTrendListing
{
    private const int Length = 0, Factor = 1;

    // How many lengths it usually takes until the trend has turned and the beginning is forgotten.
    private const int LengthsToForget = 10;

    public static IndicatorListing Create() => new()
    {
        Name = "Super Trend",
        Aliases = ["supertrend", "super_trend", "st"],
        ShortTitle = "SuperTrend",
        Description = "Supertrend: a trailing stop some average true ranges away that turns with the trend.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("in_0", 10, 100),
            // Documented as a whole number; TradingView takes fractions, and 2.5 is a usual factor.
            OverlayForms.Multiplier("in_1", "average true ranges between middle and stop", 3, (1, 100)),
        ],
        Outputs = [new IndicatorOutput("SuperTrend", PlotKind.Line, ["rgb(0,128,0)", "rgb(128,0,0)"], 1)],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs =>
            ExponentialMean.WilderSettlingLength((int)inputs[Length]) + LengthsToForget * (int)inputs[Length],
        RemembersStart = true,
        Stream = static context => new SuperTrend(context.Whole(Length), context.Number(Factor)),
    };
}
