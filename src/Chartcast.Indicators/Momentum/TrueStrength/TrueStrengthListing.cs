using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.TrueStrength;

internal static class TrueStrengthListing
{
    private const int Slow = 0, Fast = 1, Signal = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "True Strength Index",
        Aliases = ["tsi", "true_strength_index"],
        ShortTitle = "TSI",
        Description = "True strength index: twice smoothed changes as a share of all movement, -100 to 100, and a "
            + "signal line.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "slow", "the first, long mean", 25, 4_999),
            ParameterForms.NamedLength("in_1", "fast", "the second, short mean", 13, 4_999),
            ParameterForms.NamedLength("in_2", "signal", "the signal line", 13, 4_999),
        ],
        Outputs =
        [
            PaneForms.Line("True Strength Index", "rgb(33,150,243)"),
            PaneForms.Line("Signal", "rgb(233,30,99)"),
        ],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs => TrueStrength.WarmUpBars((int)inputs[Slow], (int)inputs[Fast])
            + ExponentialMean.SettlingLength((int)inputs[Signal]),
        Stream = static context => new Lines(context.Whole(Slow), context.Whole(Fast), context.Whole(Signal)),
    };

    private sealed class Lines(int slow, int fast, int signal) : IndicatorStream
    {
        private readonly TrueStrength _strength = new(slow, fast);
        private readonly ExponentialMean _signal = new(signal);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = 100 * _strength.Next(bar.Close);
            values[1] = _signal.Next(values[0]);
        }
    }
}
