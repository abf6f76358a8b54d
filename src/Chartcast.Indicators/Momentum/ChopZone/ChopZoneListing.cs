using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ChopZone;

internal static class ChopZoneListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Chop Zone",
        Aliases = ["chop_zone", "chopzone"],
        ShortTitle = "Chop Zone",
        Description = "Chop zone: coloured by how steeply an average rises (blue to green) or falls (red to orange); "
            + "yellow is sideways.",
        IsOverlay = false,
        Parameters = [],
        Outputs =
        [
            new IndicatorOutput(
                "Plot", PlotKind.Columns,
                [
                    "rgb(38,198,218)", "rgb(67,160,71)", "rgb(165,214,167)", "rgb(8,153,129)", "rgb(213,0,0)",
                    "rgb(233,30,99)", "rgb(255,109,0)", "rgb(255,183,77)", "rgb(253,216,53)",
                ],
                1),
        ],
        WarmUpBars = static _ => ExponentialMean.SettlingLength(ChopZone.MeanLength) + 1,
        Stream = static _ => new ChopZone(),
    };
}
