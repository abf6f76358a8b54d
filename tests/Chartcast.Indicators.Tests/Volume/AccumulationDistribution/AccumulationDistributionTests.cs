using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.AccumulationDistribution;

public sealed class AccumulationDistributionTests
{
    // Locations ½, 1, −1, −1 times volumes 100, 200, 400, 50.
    [Fact]
    public void Compute_SumsWeightedVolumes() =>
        Sheet.AssertSame([50, 250, -150, -200], Computed.Plots("ad", Quotes.Four)[0].Values);

    [Fact]
    public void Compute_LeavesAGap_WhereTheVolumeIsNotKnown() =>
        Sheet.AssertSame(
            [100, double.NaN, 300],
            Computed.Plots("adl", Quotes.Daily((1, 2, 1, 2, 100), (1, 2, 1, 2, double.NaN), (1, 2, 1, 2, 200)))[0].Values);

    [Fact]
    public void Compute_CountsBarsWithoutRangeAs0() =>
        Assert.Equal([0, 0], Computed.OverCloses("ad", [5, 6]));
}
