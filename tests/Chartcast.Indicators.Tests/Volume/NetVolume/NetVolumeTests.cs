using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.NetVolume;

public sealed class NetVolumeTests
{
    [Fact]
    public void Compute_TakesTheSignOfTheChange() =>
        Assert.Equal(
            [double.NaN, 20, 0, -4],
            Computed.Plots("net_volume", Quotes.Closes((5, 9), (6, 20), (6, 30), (4, 4)))[0].Values);
}
