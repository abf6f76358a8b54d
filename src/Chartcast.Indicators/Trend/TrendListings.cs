using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend;

/// <summary>The trend indicators, in the order they are listed in.</summary>
internal static class TrendListings
{
    public static IndicatorListing[] Create() =>
    [
        Sma.SmaListing.Create(),
        Ema.EmaListing.Create(),
        WeightedAverage.WeightedAverageListing.Create(),
        SmoothedAverage.SmoothedAverageListing.Create(),
        Hull.HullListing.Create(),
        DoubleEma.DoubleEmaListing.Create(),
        TripleEma.TripleEmaListing.Create(),
        Vwma.VwmaListing.Create(),
        Alma.AlmaListing.Create(),
        LeastSquares.LeastSquaresListing.Create(),
        LinearRegressionCurve.LinearRegressionCurveListing.Create(),
        AdaptiveAverage.AdaptiveAverageListing.Create(),
        HammingAverage.HammingListing.Create(),
        McGinley.McGinleyListing.Create(),
        DoubleAverage.DoubleAverageListing.Create(),
        TripleAverage.TripleAverageListing.Create(),
        MultipleAverages.MultipleAveragesListing.Create(),
        AverageChannel.AverageChannelListing.Create(),
        MaCross.MaCrossListing.Create(),
        MaEmaCross.MaEmaCrossListing.Create(),
        Ribbon.RibbonListing.Create(),
        Guppy.GuppyListing.Create(),
        Envelopes.EnvelopesListing.Create(),
        Donchian.DonchianListing.Create(),
        PriceChannel.PriceChannelListing.Create(),
        Keltner.KeltnerListing.Create(),
        KeltnerAtr.KeltnerAtrListing.Create(),
        StandardErrorBands.StandardErrorBandsListing.Create(),
        Ichimoku.IchimokuListing.Create(),
        Alligator.AlligatorListing.Create(),
        SuperTrend.SuperTrendListing.Create(),
        ParabolicSar.ParabolicSarListing.Create(),
        ChandeKroll.ChandeKrollListing.Create(),
        VolatilityIndex.VolatilityIndexListing.Create(),
        Vwap.VwapListing.Create(),
        VwapBands.VwapBandsListing.Create(),
        AnchoredVwap.AnchoredVwapListing.Create(),
        Twap.TwapListing.Create(),
        SymmetricAverage.SymmetricAverageListing.Create(),
        TriangularAverage.TriangularAverageListing.Create(),
        ZeroLagEma.ZeroLagEmaListing.Create(),
        TillsonT3.TillsonT3Listing.Create(),
        Vidya.VidyaListing.Create(),
        Median.MedianListing.Create(),
        RegressionChannel.RegressionChannelListing.Create(),
        ChandelierExit.ChandelierExitListing.Create(),
        VolatilityStop.VolatilityStopListing.Create(),
        GannHiLo.GannHiLoListing.Create(),
    ];
}
