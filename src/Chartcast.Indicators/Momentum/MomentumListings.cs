using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum;

/// <summary>The momentum indicators, in the order they are listed in.</summary>
internal static class MomentumListings
{
    public static IndicatorListing[] Create() =>
    [
        Rsi.RsiListing.Create(),
        Macd.MacdListing.Create(),
    ];
}
