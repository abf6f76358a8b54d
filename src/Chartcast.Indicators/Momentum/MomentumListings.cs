using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum;

/// <summary>The momentum indicators, in the order they are listed in.</summary>
internal static class MomentumListings
{
    public static IndicatorListing[] Create() =>
    [
        Rsi.RsiListing.Create(),
        Macd.MacdListing.Create(),
        Stochastic.StochasticListing.Create(),
        StochasticRsi.StochasticRsiListing.Create(),
        WilliamsR.WilliamsRListing.Create(),
        Cci.CciListing.Create(),
        WoodiesCci.WoodiesCciListing.Create(),
        RateOfChange.RateOfChangeListing.Create(),
        PriceMomentum.PriceMomentumListing.Create(),
        TrueStrength.TrueStrengthListing.Create(),
        SmiErgodic.SmiErgodicListing.Create(),
        StochasticMomentum.StochasticMomentumListing.Create(),
        Ultimate.UltimateListing.Create(),
        Awesome.AwesomeListing.Create(),
        Accelerator.AcceleratorListing.Create(),
        ChandeMomentum.ChandeMomentumListing.Create(),
        Trix.TrixListing.Create(),
        KnowSureThing.KnowSureThingListing.Create(),
        Coppock.CoppockListing.Create(),
        DetrendedPrice.DetrendedPriceListing.Create(),
        Fisher.FisherListing.Create(),
        ConnorsRsi.ConnorsRsiListing.Create(),
        LaguerreRsi.LaguerreRsiListing.Create(),
        RelativeVigor.RelativeVigorListing.Create(),
        RankCorrelation.RankCorrelationListing.Create(),
        CorrelationCoefficient.CorrelationCoefficientListing.Create(),
        BalanceOfPower.BalanceOfPowerListing.Create(),
        BullBearPower.BullBearPowerListing.Create(),
        ElderRay.ElderRayListing.Create(),
        PriceOscillator.PriceOscillatorListing.Create(),
        PercentagePrice.PercentagePriceListing.Create(),
        AbsolutePrice.AbsolutePriceListing.Create(),
        Schaff.SchaffListing.Create(),
        Qqe.QqeListing.Create(),
        TrendStrength.TrendStrengthListing.Create(),
        RegressionSlope.RegressionSlopeListing.Create(),
        MajorityRule.MajorityRuleListing.Create(),
        AdvanceDecline.AdvanceDeclineListing.Create(),
        AccumulativeSwing.AccumulativeSwingListing.Create(),
        AverageDirectional.AverageDirectionalListing.Create(),
        DirectionalMovement.DirectionalMovementListing.Create(),
        Aroon.AroonListing.Create(),
        AroonOscillator.AroonOscillatorListing.Create(),
        Vortex.VortexListing.Create(),
        MassIndex.MassIndexListing.Create(),
        Choppiness.ChoppinessListing.Create(),
        ChopZone.ChopZoneListing.Create(),
    ];
}
