using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.StochasticRsi;

internal static class StochasticRsiListing
{
    private const int Length = 0, RangeLength = 1, Smoothing = 2, Signal = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Stochastic RSI",
        Aliases = ["stochrsi", "stoch_rsi", "stochastic_rsi"],
        ShortTitle = "Stoch RSI",
        Description = "Stochastic RSI: where the RSI lies in its own recent range, 0 to 100.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "length of the RSI in bars", 14, 10_000, "rsi", "rsi_length", "rsilength", "length", "period"),
            ParameterForms.Whole(
                "in_1", "bars of the RSI's range", 14, 10_000, "stoch", "stoch_length", "stochlength"),
            ParameterForms.Whole(
                "in_2", "length of %K in bars", 3, 10_000, "k", "smooth_k", "smoothk", "smooth"),
            ParameterForms.Whole("in_3", "length of %D in bars", 3, 10_000, "d", "smooth_d", "smoothd", "signal"),
        ],
        Outputs = [PaneForms.Line("%K", "rgb(33,150,243)"), PaneForms.Line("%D", "rgb(255,109,0)")],
        Levels = PaneForms.Limits(80, 20),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3"],
        WarmUpBars = static inputs => 1 + ExponentialMean.WilderSettlingLength((int)inputs[Length])
            + (int)(inputs[RangeLength] + inputs[Smoothing] + inputs[Signal]) - 3,
        Stream = static context => new StochasticRsi(
            context.Whole(Length), context.Whole(RangeLength), context.Whole(Smoothing), context.Whole(Signal)),
    };
}
