using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.ChandelierExit;

internal static class ChandelierExitListing
{
    private const int Length = 0, Multiplier = 1;

    // How many lengths it usually takes until the trend has turned and the beginning is forgotten.
    private const int LengthsToForget = 10;

    public static IndicatorListing Create() => new()
    {
        Name = "Chandelier Exit",
        Aliases = ["chandelier", "chandelier_exit", "ce"],
        ShortTitle = "CE",
        Description = "Chandelier exit: a trailing stop that hangs some average true ranges from the trend's extreme.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("length", 22, 2_000),
            OverlayForms.Multiplier("multiplier", "average true ranges between extreme and stop", 3, (0.001, 1_000)),
        ],
        Outputs = [PaneForms.Line("Long Stop", "rgb(76,175,80)"), PaneForms.Line("Short Stop", "rgb(242,54,69)")],
        LegendInputs = ["length", "multiplier"],
        WarmUpBars = static inputs =>
            ExponentialMean.WilderSettlingLength((int)inputs[Length]) + LengthsToForget * (int)inputs[Length],
        RemembersStart = true,
        Stream = static context => new ChandelierExit(context.Whole(Length), context.Number(Multiplier)),
    };
}
