using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Volume.OnBalanceVolume;

namespace Chartcast.Indicators.Volume.NetVolume;

internal static class NetVolumeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Net Volume",
        Aliases = ["net_volume", "nv"],
        ShortTitle = "Net Volume",
        Description = "Each bar's volume, negative where the close fell and 0 where it stayed.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        WarmUpBars = static _ => 1,
        Stream = static _ => new OnePlotStream(new SignedVolume().Next),
    };
}
