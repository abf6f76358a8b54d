using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.SmiErgodic;

internal static class SmiErgodicListing
{
    private const int Fast = 0, Slow = 1, Signal = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "SMI Ergodic Indicator/Oscillator",
        Aliases = ["smi_ergodic", "smii", "smio", "smiio", "ergodic", "smi_ergodic_indicator_oscillator"],
        ShortTitle = "SMI Ergodic",
        Description = "SMI ergodic: true strength from -1 to 1, its signal line and the gap between them.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "fast", "the second, short mean", 5, 2_000),
            ParameterForms.NamedLength("in_1", "slow", "the first, long mean", 20, 2_000),
            ParameterForms.NamedLength("in_2", "signal", "the signal line", 5, 2_000),
        ],
        // The columns first, so that the lines lie over them.
        Outputs =
        [
            new IndicatorOutput("Oscillator", PlotKind.Histogram, ["rgb(255,82,82)"], 1),
            PaneForms.Line("Indicator", "rgb(33,150,243)"),
            PaneForms.Line("Signal", "rgb(255,109,0)"),
        ],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs => TrueStrength.TrueStrength.WarmUpBars((int)inputs[Slow], (int)inputs[Fast])
            + ExponentialMean.SettlingLength((int)inputs[Signal]),
        Stream = static context => new Lines(context.Whole(Slow), context.Whole(Fast), context.Whole(Signal)),
    };

    private sealed class Lines(int slow, int fast, int signal) : IndicatorStream
    {
        private readonly TrueStrength.TrueStrength _strength = new(slow, fast);
        private readonly ExponentialMean _signal = new(signal);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[1] = _strength.Next(bar.Close);
            values[2] = _signal.Next(values[1]);
            values[0] = values[1] - values[2];
        }
    }
}
