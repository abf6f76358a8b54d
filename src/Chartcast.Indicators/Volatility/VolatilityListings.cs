using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility;

/// <summary>The volatility indicators, in the order they are listed in.</summary>
internal static class VolatilityListings
{
    public static IndicatorListing[] Create() =>
    [
        BollingerBands.BollingerBandsListing.Create(),
    ];
}
