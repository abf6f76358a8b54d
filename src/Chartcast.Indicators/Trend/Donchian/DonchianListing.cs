using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Donchian;

internal static class DonchianListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Donchian Channels",
        Aliases = ["donchian", "dc", "donchian_channels", "donchian_channel"],
        ShortTitle = "DC",
        Description = "Donchian channels: the highest high and the lowest low of the last bars, and their middle.",
        IsOverlay = true,
        Parameters = [ParameterForms.Length("in_0", 20, 2_000)],
        Outputs =
        [
            PaneForms.Line("Lower", OverlayForms.Blue),
            PaneForms.Line("Upper", OverlayForms.Blue),
            PaneForms.Line("Basis", OverlayForms.Orange),
        ],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new Channel(context.Whole(Length)),
    };

    private sealed class Channel(int length) : IndicatorStream
    {
        private readonly RollingRange _range = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[2] = _range.Next(bar);
            values[0] = _range.Lowest;
            values[1] = _range.Highest;
        }
    }
}
