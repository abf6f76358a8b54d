using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.OnBalanceVolume;

public sealed class OnBalanceVolumeTests
{
    [Fact]
    public void Compute_AddsNothing_AtTheFirstBarAndWhereTheCloseStays() =>
        Assert.Equal(
            [0, 20, 20, 16],
            Computed.Plots("obv", Quotes.Closes((5, 9), (6, 20), (6, 30), (4, 4)))[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenThereIsNoVolume() =>
        Assert.Equal(
            [double.NaN, double.NaN], Computed.Plots("obv", Quotes.Closes((5, double.NaN), (6, double.NaN)))[0].Values);

    [Fact]
    public void Listing_HidesTheSmoothingLine_AndComputesIt()
    {
        IndicatorListing listing = Computed.Listing("On Balance Volume");
        Assert.False(listing.Outputs[1].IsVisible);
        Assert.Equal(
            [double.NaN, 10, 20],
            Computed.Plots("obv", Quotes.Closes((5, 9), (6, 20), (6, 30)), 0, 2)[1].Values);
    }
}
