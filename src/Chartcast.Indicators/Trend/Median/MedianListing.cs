using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Median;

internal static class MedianListing
{
    private const int Length = 0, Source = 1, RangeLength = 2, Multiplier = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Median",
        Aliases = ["median", "moving_median"],
        ShortTitle = "Median",
        Description = "Median of the last prices, its exponential average, and bands some average true ranges away.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("length", 3, 5_000),
            ParameterForms.Source("source") with { Default = (double)PriceSource.Hl2 },
            ParameterForms.Whole(
                "atrLength", "length of the average true range in bars", 14, 2_000, "atr_length", "atr_period"),
            OverlayForms.Multiplier("atrMult", "average true ranges between median and bands", 2, (0, 1_000)),
        ],
        Outputs =
        [
            PaneForms.Line("Median", "rgb(242,54,69)"),
            PaneForms.Line("Median EMA", OverlayForms.Blue),
            PaneForms.Line("Upper", "rgba(76,175,80,0.5)"),
            PaneForms.Line("Lower", "rgba(76,175,80,0.5)"),
        ],
        Bands =
        [
            new IndicatorBand(
                "Plots Background", "Median", "Median EMA", "rgba(0,230,118,0.2)", "rgba(224,64,251,0.2)"),
        ],
        LegendInputs = ["length", "source", "atrLength", "atrMult"],
        WarmUpBars = static inputs => Math.Max(
            (int)inputs[Length] + ExponentialMean.SettlingLength((int)inputs[Length]),
            ExponentialMean.WilderSettlingLength((int)inputs[RangeLength])),
        Stream = static context => new Medians(context),
    };

    private sealed class Medians(in IndicatorContext context) : IndicatorStream
    {
        private readonly PriceSource _source = context.Source(Source);
        private readonly double _multiplier = context.Number(Multiplier);
        private readonly RollingMedian _median = new(context.Whole(Length));
        private readonly ExponentialMean _mean = new(context.Whole(Length));
        private readonly AverageTrueRange _range = new(context.Whole(RangeLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double median = _median.Next(bar.Price(_source)), distance = _multiplier * _range.Next(bar);
            values[0] = median;
            values[1] = _mean.Next(median);
            values[2] = median + distance;
            values[3] = median - distance;
        }
    }
}
