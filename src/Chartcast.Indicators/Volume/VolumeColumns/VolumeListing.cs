using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.VolumeColumns;

internal static class VolumeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Volume",
        Aliases = ["volume", "vol"],
        ShortTitle = "Vol",
        Description = "Traded volume per bar, coloured by whether the bar rose or fell.",
        IsOverlay = false,
        Parameters = [],
        Outputs =
        [
            new IndicatorOutput("Volume", PlotKind.Columns, ["rgba(247,82,95,0.5)", "rgba(34,171,148,0.5)"], 1),
        ],
        WarmUpBars = static _ => 0,
        Stream = static _ => new VolumeColumns(),
    };

    private sealed class VolumeColumns : IndicatorStream
    {
        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = bar.Volume;
            colorIndexes[0] = bar.Close >= bar.Open ? (byte)1 : (byte)0;
        }
    }
}
