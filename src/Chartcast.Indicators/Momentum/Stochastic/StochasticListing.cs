using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Stochastic;

internal static class StochasticListing
{
    private const int Length = 0, Smoothing = 1, Signal = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Stochastic",
        Aliases = ["stoch", "stochastic", "stochastic_oscillator"],
        ShortTitle = "Stoch",
        Description = "Stochastic: where the close lies in its recent range, 0 to 100; above 80 overbought, below 20 "
            + "oversold.",
        IsOverlay = false,
        // Documented as "K", "D", "smooth"; the defaults and TradingView's order say what they are.
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "bars of the range of %K", 14, 10_000,
                "k", "length", "period", "k_length", "klength", "kperiod", "k_period"),
            ParameterForms.Whole(
                "in_1", "length of the smoothing of %K in bars", 1, 10_000,
                "smooth", "smooth_k", "smoothk", "smoothing", "slowing"),
            ParameterForms.Whole(
                "in_2", "length of %D in bars", 3, 10_000, "d", "smooth_d", "smoothd", "d_length", "dperiod",
                "d_period", "signal"),
        ],
        Outputs = [PaneForms.Line("%K", "rgb(33,150,243)"), PaneForms.Line("%D", "rgb(255,109,0)")],
        Levels = PaneForms.Limits(80, 20),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs => (int)(inputs[Length] + inputs[Smoothing] + inputs[Signal]) - 3,
        Stream = static context => new Stochastic(
            context.Whole(Length), context.Whole(Smoothing), context.Whole(Signal)),
    };
}
