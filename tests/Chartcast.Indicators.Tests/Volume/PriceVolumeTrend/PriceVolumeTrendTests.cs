using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.PriceVolumeTrend;

public sealed class PriceVolumeTrendTests
{
    [Fact]
    public void Compute_SumsVolumesTimesRelativeChange() =>
        Sheet.AssertSame(
            [0, 10, -5],
            Computed.Plots("pvt", Quotes.Closes((4, 9), (6, 20), (3, 30)))[0].Values);

    [Fact]
    public void Compute_LeavesAGap_AfterACloseOf0() =>
        Assert.Equal([0, -20, double.NaN, 10], Computed.Plots("pvt", Quotes.Closes((4, 9), (0, 20), (3, 30), (6, 30)))[0].Values);
}
