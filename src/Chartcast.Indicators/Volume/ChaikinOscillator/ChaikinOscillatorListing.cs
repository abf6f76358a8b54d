using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.ChaikinOscillator;

internal static class ChaikinOscillatorListing
{
    private const int Fast = 0, Slow = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Chaikin Oscillator",
        Aliases = ["adosc", "chaikin_oscillator", "chaikin_osc"],
        ShortTitle = "Chaikin Osc",
        Description = "A fast average of accumulation/distribution minus a slow one: momentum of the money flow.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "fast", "the fast average", 3, 2_000),
            ParameterForms.NamedLength("in_1", "slow", "the slow average", 10, 2_000),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(236,64,122)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Fast], inputs[Slow])),
        Stream = static context => new OnePlotStream(
            new ChaikinOscillator(context.Whole(Fast), context.Whole(Slow)).Next),
    };
}
