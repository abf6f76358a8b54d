using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Keltner;

/// <remarks>Source: L. Bradford Raschke's form of C. W. Keltner's channel ("How to Make Money in Commodities", 1960),
/// as Pine's <c>ta.kc</c> has it; that leaves the first bar's true range out, we count it as high − low.</remarks>
internal static class KeltnerListing
{
    private const int UsesTrueRange = 0, Length = 1, Multiplier = 2;
    private const double Widest = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Keltner Channels",
        Aliases = ["keltner", "kc", "keltner_channels", "keltner_channel"],
        ShortTitle = "KC",
        Description = "Keltner channels: an exponential average and lines some average ranges above and below it.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Switch("in_0", "whether ranges count gaps", true, "true_range", "use_true_range"),
            ParameterForms.Length("in_1", 20, 2_000),
            OverlayForms.Multiplier("in_2", "average ranges between average and bands", 1, (-Widest, Widest)),
        ],
        Outputs =
        [
            PaneForms.Line("Upper", OverlayForms.Blue),
            PaneForms.Line("Middle", OverlayForms.Blue),
            PaneForms.Line("Lower", OverlayForms.Blue),
        ],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["in_1", "in_2"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)inputs[Length]),
        Stream = static context => new Channel(context),
    };

    private sealed class Channel(in IndicatorContext context) : IndicatorStream
    {
        private readonly bool _usesTrueRange = context.Switch(UsesTrueRange);
        private readonly double _multiplier = context.Number(Multiplier);
        private readonly ExponentialMean _middle = new(context.Whole(Length));
        private readonly ExponentialMean _ranges = new(context.Whole(Length));
        private readonly TrueRange _trueRange = new(countsFirst: true);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double trueRange = _trueRange.Next(bar);
            double distance = _multiplier * _ranges.Next(_usesTrueRange ? trueRange : bar.High - bar.Low);
            double middle = _middle.Next(bar.Close);
            values[0] = middle + distance;
            values[1] = middle;
            values[2] = middle - distance;
        }
    }
}
