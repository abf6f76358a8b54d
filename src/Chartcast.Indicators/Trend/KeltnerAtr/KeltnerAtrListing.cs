using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.KeltnerAtr;

/// <remarks>TradingView's present built-in; the study of that name in Chart-IMG is an older one.</remarks>
internal static class KeltnerAtrListing
{
    private const int Length = 0, Multiplier = 1, Source = 2, Method = 3, Style = 4, AtrLength = 5;
    private static readonly IReadOnlyList<string> Styles = ["Average True Range", "True Range", "Range"];

    private enum BandStyle
    {
        AverageTrueRange,
        TrueRange,
        Range,
    }

    public static IndicatorListing Create() => new()
    {
        Name = "Keltner Channels ATR",
        Aliases = ["keltner_atr", "kc_atr", "atr_bands"],
        ShortTitle = "KC ATR",
        Description = "Keltner channels with bands some average true ranges from the average.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("length", 20, 2_000),
            OverlayForms.Multiplier("multiplier", "ranges between average and bands", 2, (0.001, 1_000)),
            ParameterForms.Source("source"),
            ParameterForms.Choice("method", "kind of average", "Exponential", ["Simple", "Exponential"], "ma_type"),
            ParameterForms.Choice("bandsStyle", "which range the bands take", Styles[0], Styles, "bands_style"),
            ParameterForms.Whole(
                "atrLength", "length of the average true range in bars", 10, 2_000, "atr_length", "atr_period"),
        ],
        Outputs =
        [
            PaneForms.Line("Upper", OverlayForms.Blue),
            PaneForms.Line("Middle", OverlayForms.Blue),
            PaneForms.Line("Lower", OverlayForms.Blue),
        ],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["length", "multiplier", "atrLength"],
        WarmUpBars = static inputs => Math.Max(
            SmoothingLine.WarmUpBars((SmoothingKind)inputs[Method], (int)inputs[Length]),
            ExponentialMean.WilderSettlingLength(
                (int)inputs[(BandStyle)inputs[Style] == BandStyle.Range ? Length : AtrLength])),
        Stream = static context => new Channel(context),
    };

    private sealed class Channel(in IndicatorContext context) : IndicatorStream
    {
        private readonly SmoothingLine _middle = new((SmoothingKind)context.Whole(Method), context.Whole(Length));
        private readonly PriceSource _source = context.Source(Source);
        private readonly double _multiplier = context.Number(Multiplier);
        private readonly BandStyle _style = (BandStyle)context.Whole(Style);
        private readonly TrueRange _trueRange = new(countsFirst: true);
        private readonly ExponentialMean _mean = ExponentialMean.Wilder(
            context.Whole((BandStyle)context.Whole(Style) == BandStyle.Range ? Length : AtrLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double trueRange = _trueRange.Next(bar);
            double distance = _multiplier * _style switch
            {
                BandStyle.TrueRange => trueRange,
                BandStyle.Range => _mean.Next(bar.High - bar.Low),
                _ => _mean.Next(trueRange),
            };
            double middle = _middle.Next(bar.Price(_source));
            values[0] = middle + distance;
            values[1] = middle;
            values[2] = middle - distance;
        }
    }
}
