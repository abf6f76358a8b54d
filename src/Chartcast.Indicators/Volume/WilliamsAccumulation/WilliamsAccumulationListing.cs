using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.WilliamsAccumulation;

internal static class WilliamsAccumulationListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Williams Accumulation/Distribution",
        Aliases = ["wad", "williams_ad", "williams_accumulation_distribution"],
        ShortTitle = "Williams A/D",
        Description = "Buying and selling pressure from prices alone, summed up from the first bar loaded.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        WarmUpBars = static _ => 1,
        RemembersStart = true,
        Stream = static _ => new OnePlotStream(new WilliamsAccumulation().Next),
    };
}
