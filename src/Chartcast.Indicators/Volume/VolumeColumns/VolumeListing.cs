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
        Compute = static (bars, _) =>
        {
            (double[] volumes, byte[] indexes) = VolumeColumns.Compute(bars);
            return [new IndicatorPlot(volumes, indexes)];
        },
    };
}
