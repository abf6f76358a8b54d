using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.PriceVolumeTrend;

internal static class PriceVolumeTrendListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Price Volume Trend",
        Aliases = ["pvt", "price_volume_trend"],
        ShortTitle = "PVT",
        Description = "Volume times relative change, summed up from the first bar loaded.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("PVT", "rgb(33,150,243)")],
        WarmUpBars = static _ => 1,
        RemembersStart = true,
        Stream = static _ => new OnePlotStream(new PriceVolumeTrend().Next),
    };
}
