using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Ichimoku;

/// <remarks>Source: G. Hosoda, "Ichimoku Kinko Hyo", 1969. As TradingView draws it, the present bar counts in the
/// displacement: 26 draws the cloud 25 bars ahead and the closes 25 bars back.</remarks>
internal static class IchimokuListing
{
    private const int Conversion = 0, Base = 1, SpanB = 2, Displacement = 3;
    private const double Longest = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Ichimoku Cloud",
        Aliases = ["ichimoku", "ichimoku_cloud", "ichimoku_kinko_hyo"],
        ShortTitle = "Ichimoku",
        Description = "Ichimoku cloud: middles of price ranges of three lengths, two of them drawn ahead as a cloud.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "length of the conversion line in bars", 9, Longest,
                "conversion", "tenkan", "conversion_period"),
            ParameterForms.Whole(
                "in_1", "length of the base line in bars", 26, Longest, "base", "kijun", "base_period"),
            ParameterForms.Whole(
                "in_2", "length of the second leading span in bars", 52, Longest, "span_b", "senkou", "leading_span_b"),
            ParameterForms.Whole(
                "in_3", "displacement in bars, the present one included", 26, Longest,
                "displacement", "lagging", "lagging_span"),
        ],
        Outputs =
        [
            PaneForms.Line("ConversionLine", OverlayForms.Blue),
            PaneForms.Line("BaseLine", "rgb(128,25,34)"),
            PaneForms.Line("LaggingSpan", OverlayForms.Green),
            PaneForms.Line("LeadingSpanA", "rgb(165,214,167)"),
            PaneForms.Line("LeadingSpanB", "rgb(250,161,164)"),
        ],
        Bands =
        [
            new IndicatorBand(
                "Plots Background", "LeadingSpanA", "LeadingSpanB", "rgba(67,160,71,0.1)", "rgba(244,67,54,0.1)"),
        ],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3"],
        WarmUpBars = static inputs => (int)(
            Math.Max(Math.Max(inputs[Conversion], inputs[Base]), inputs[SpanB]) - 1 + Shift(inputs)),
        OffsetBars = static inputs => [0, 0, -Shift(inputs), Shift(inputs), Shift(inputs)],
        Stream = static context => new Cloud(context),
    };

    private static int Shift(IReadOnlyList<double> inputs) => (int)inputs[Displacement] - 1;

    private sealed class Cloud(in IndicatorContext context) : IndicatorStream
    {
        private readonly RollingRange _conversion = new(context.Whole(Conversion));
        private readonly RollingRange _base = new(context.Whole(Base));
        private readonly RollingRange _spanB = new(context.Whole(SpanB));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _conversion.Next(bar);
            values[1] = _base.Next(bar);
            values[2] = bar.Close;
            values[3] = (values[0] + values[1]) / 2;
            values[4] = _spanB.Next(bar);
        }
    }
}
