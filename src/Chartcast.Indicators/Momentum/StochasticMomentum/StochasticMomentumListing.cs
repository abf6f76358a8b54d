using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.StochasticMomentum;

internal static class StochasticMomentumListing
{
    private const int Length = 0, Smoothing = 1, Signal = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Stochastic Momentum Index",
        Aliases = ["smi", "stochastic_momentum_index", "stochastic_momentum"],
        ShortTitle = "SMI",
        Description = "Stochastic momentum index: how far the close lies from the middle of its range, -100 to 100; "
            + "beyond 40 is stretched.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("k", "bars of the range", 10, 5_000, "length", "period", "k_length", "klength"),
            ParameterForms.Whole("d", "length of both smoothings in bars", 3, 5_000, "smooth", "smoothing", "d_length"),
            ParameterForms.NamedLength("signal", "signal", "the signal line", 3, 5_000),
        ],
        Outputs = [PaneForms.Line("SMI", "rgb(33,150,243)"), PaneForms.Line("Signal", "rgb(255,109,0)")],
        Levels = PaneForms.Limits(40, -40),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["k", "d", "signal"],
        WarmUpBars = static inputs => (int)inputs[Length] + 2 * ExponentialMean.SettlingLength((int)inputs[Smoothing])
            + ExponentialMean.SettlingLength((int)inputs[Signal]),
        Stream = static context => new StochasticMomentum(
            context.Whole(Length), context.Whole(Smoothing), context.Whole(Signal)),
    };
}
