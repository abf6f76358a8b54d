using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.AccumulationDistribution;

internal static class AccumulationDistributionListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Accumulation/Distribution",
        Aliases = ["ad", "adl", "accumulation_distribution"],
        ShortTitle = "Accum/Dist",
        Description = "Volume summed up from the first bar loaded, weighted by where each close lies in its bar.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        WarmUpBars = static _ => 0,
        RemembersStart = true,
        Stream = static _ => new OnePlotStream(new AccumulationDistribution().Next),
    };
}
