using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.AverageChannel;

internal static class AverageChannelListing
{
    private const int Upper = 0, Lower = 1, UpperOffset = 2, LowerOffset = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Moving Average Channel",
        Aliases = ["ma_channel", "mac", "moving_average_channel"],
        ShortTitle = "MAC",
        Description = "Moving average channel: the average of the highs and the average of the lows.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "upper", "the upper average", 20, 10_000),
            ParameterForms.NamedLength("in_1", "lower", "the lower average", 20, 10_000),
            Shift("in_2", "upper"),
            Shift("in_3", "lower"),
        ],
        Outputs = [PaneForms.Line("Upper", OverlayForms.Blue), PaneForms.Line("Lower", OverlayForms.Orange)],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => (int)Math.Max(
            inputs[Upper] - 1 + Math.Max(inputs[UpperOffset], 0), inputs[Lower] - 1 + Math.Max(inputs[LowerOffset], 0)),
        OffsetBars = static inputs => [(int)inputs[UpperOffset], (int)inputs[LowerOffset]],
        Stream = static context => new Channel(context.Whole(Upper), context.Whole(Lower)),
    };

    private static IndicatorParameter Shift(string key, string word) => ParameterForms.Whole(
        key, $"bars to shift the {word} plot to the right", 0,
        (-OverlayForms.FarthestOffset, OverlayForms.FarthestOffset), $"{word}_offset");

    private sealed class Channel(int upperLength, int lowerLength) : IndicatorStream
    {
        private readonly RollingSum _highs = new(upperLength);
        private readonly RollingSum _lows = new(lowerLength);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _highs.NextMean(bar.High);
            values[1] = _lows.NextMean(bar.Low);
        }
    }
}
