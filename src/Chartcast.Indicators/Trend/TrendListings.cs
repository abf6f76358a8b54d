using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend;

/// <summary>The trend indicators, in the order they are listed in.</summary>
internal static class TrendListings
{
    public static IndicatorListing[] Create() =>
    [
        Sma.SmaListing.Create(),
        Ema.EmaListing.Create(),
    ];
}
