using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.PriceChannel;

internal static class PriceChannelListing
{
    private const int Length = 0, Offset = 1;
    private const string Edge = "rgb(245,0,87)";

    public static IndicatorListing Create() => new()
    {
        Name = "Price Channel",
        Aliases = ["price_channel"],
        ShortTitle = "PC",
        Description = "Price channel: highest high, lowest low and their middle, drawn some bars later.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("in_0", 20, 2_000),
            ParameterForms.Whole("in_1", "bars to shift the channel to the right", 0, (0, 2_000), "offset", "shift"),
        ],
        Outputs =
        [
            PaneForms.Line("Highprice Line", Edge),
            PaneForms.Line("Lowprice Line", Edge),
            PaneForms.Line("Centerprice Line", OverlayForms.Blue),
        ],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => (int)(inputs[Length] - 1 + inputs[Offset]),
        OffsetBars = static inputs => [(int)inputs[Offset], (int)inputs[Offset], (int)inputs[Offset]],
        Stream = static context => new Channel(context.Whole(Length)),
    };

    private sealed class Channel(int length) : IndicatorStream
    {
        private readonly RollingRange _range = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[2] = _range.Next(bar);
            values[0] = _range.Highest;
            values[1] = _range.Lowest;
        }
    }
}
