using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Envelopes;

internal static class EnvelopesListing
{
    private const int Length = 0, UpperPercent = 1, LowerPercent = 2, Method = 3, Source = 4;
    private const double Hundred = 100;

    public static IndicatorListing Create() => new()
    {
        Name = "Envelopes",
        Aliases = ["envelope", "envelopes", "ma_envelope", "env"],
        ShortTitle = "Env",
        Description = "Envelopes: a moving average and lines some percent above and below it.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("in_0", 20, 2_000),
            Percent("in_1", "upper", "upper_percent", "upper"),
            Percent("in_2", "lower", "lower_percent", "lower"),
            OverlayForms.Method("in_3"),
            ParameterForms.Source("in_4"),
        ],
        Outputs =
        [
            PaneForms.Line("Average", OverlayForms.Orange),
            PaneForms.Line("Upper", OverlayForms.Blue),
            PaneForms.Line("Lower", OverlayForms.Blue),
        ],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3", "in_4"],
        WarmUpBars = static inputs =>
            SmoothingLine.WarmUpBars((SmoothingKind)inputs[Method], (int)inputs[Length]),
        Stream = static context => new Envelope(context),
    };

    private static IndicatorParameter Percent(string key, string word, params string[] friendlyKeys) =>
        ParameterForms.Number(key, $"percent from the average to the {word} line", 2, (1, 2_000), friendlyKeys);

    private sealed class Envelope(in IndicatorContext context) : IndicatorStream
    {
        private readonly SmoothingLine _average =
            new((SmoothingKind)context.Whole(Method), context.Whole(Length));
        private readonly PriceSource _source = context.Source(Source);
        private readonly double _upper = 1 + context.Number(UpperPercent) / Hundred;
        private readonly double _lower = 1 - context.Number(LowerPercent) / Hundred;

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double average = _average.Next(bar.Price(_source));
            values[0] = average;
            values[1] = average * _upper;
            values[2] = average * _lower;
        }
    }
}
