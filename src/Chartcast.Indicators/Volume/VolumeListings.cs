using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume;

/// <summary>The volume indicators, in the order they are listed in.</summary>
internal static class VolumeListings
{
    public static IndicatorListing[] Create() =>
    [
        VolumeColumns.VolumeListing.Create(),
        VisibleRangeProfile.VisibleRangeProfileListing.Create(),
        OnBalanceVolume.OnBalanceVolumeListing.Create(),
        NetVolume.NetVolumeListing.Create(),
        PriceVolumeTrend.PriceVolumeTrendListing.Create(),
        AccumulationDistribution.AccumulationDistributionListing.Create(),
        ChaikinMoneyFlow.ChaikinMoneyFlowListing.Create(),
        ChaikinOscillator.ChaikinOscillatorListing.Create(),
        MoneyFlowIndex.MoneyFlowIndexListing.Create(),
        ForceIndex.ForceIndexListing.Create(),
        EaseOfMovement.EaseOfMovementListing.Create(),
        KlingerOscillator.KlingerOscillatorListing.Create(),
        VolumeOscillator.VolumeOscillatorListing.Create(),
        VolumeIndex.VolumeIndexListing.CreateNegative(),
        VolumeIndex.VolumeIndexListing.CreatePositive(),
        WilliamsAccumulation.WilliamsAccumulationListing.Create(),
        VariableAccumulation.VariableAccumulationListing.Create(),
        UpDownBarRatio.UpDownBarRatioListing.Create(),
        RelativeVolume.RelativeVolumeListing.Create(),
    ];
}
