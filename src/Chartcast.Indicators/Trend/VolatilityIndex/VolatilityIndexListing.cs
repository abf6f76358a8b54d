using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.VolatilityIndex;

internal static class VolatilityIndexListing
{
    private const int Length = 0, Multiplier = 1, Method = 2;
    private const int Exponential = 0;
    private const double Widest = 10_000;
    private const int LengthsToForget = 10;

    public static IndicatorListing Create() => new()
    {
        Name = "Volatility Index",
        Aliases = ["volatility_index", "volatility_system"],
        ShortTitle = "VI",
        Description = "Wilder's volatility index: a stop some average true ranges from the best close of the trend.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("periods", "length in bars", 10, (2, Widest), "length", "period", "window"),
            OverlayForms.Multiplier("atrMult", "average ranges between best close and stop", 3, (-Widest, Widest)),
            ParameterForms.Choice(
                "method", "kind of average", "Wilder Smoothing", ["Exponential", "Wilder Smoothing"], "ma_type"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(255,82,82)")],
        LegendInputs = ["periods", "atrMult", "method"],
        WarmUpBars = static inputs =>
            ExponentialMean.WilderSettlingLength((int)inputs[Length]) + LengthsToForget * (int)inputs[Length],
        RemembersStart = true,
        Stream = static context => new VolatilityIndex(
            context.Whole(Method) == Exponential
                ? new ExponentialMean(context.Whole(Length))
                : ExponentialMean.Wilder(context.Whole(Length)),
            context.Number(Multiplier)),
    };
}
