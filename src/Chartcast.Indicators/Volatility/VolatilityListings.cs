using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility;

/// <summary>The volatility indicators, in the order they are listed in.</summary>
internal static class VolatilityListings
{
    public static IndicatorListing[] Create() =>
    [
        BollingerBands.BollingerBandsListing.Create(),
        BollingerPercentB.BollingerPercentBListing.Create(),
        BollingerWidth.BollingerWidthListing.Create(),
        BollingerTrend.BollingerTrendListing.Create(),
        KeltnerWidth.KeltnerWidthListing.Create(),
        TrueRanges.AverageTrueRangeListing.Create(),
        TrueRanges.NormalizedAverageTrueRangeListing.Create(),
        AverageDayRange.AverageDayRangeListing.Create(),
        ChaikinVolatility.ChaikinVolatilityListing.Create(),
        HistoricalVolatility.HistoricalVolatilityListing.Create(),
        StandardDeviation.StandardDeviationListing.Create(),
        StandardError.StandardErrorListing.Create(),
        CloseToCloseVolatility.CloseToCloseVolatilityListing.Create(),
        ZeroTrendVolatility.ZeroTrendVolatilityListing.Create(),
        OpenHighLowCloseVolatility.OpenHighLowCloseVolatilityListing.Create(),
        RelativeVolatilityIndex.RelativeVolatilityIndexListing.Create(),
        UlcerIndex.UlcerIndexListing.Create(),
    ];
}
