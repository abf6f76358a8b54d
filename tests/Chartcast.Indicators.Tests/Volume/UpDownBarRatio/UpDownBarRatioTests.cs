using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.UpDownBarRatio;

public sealed class UpDownBarRatioTests
{
    // Up, up, down, down.
    [Fact]
    public void Compute_IsUpsOverDowns_OrUpsWithoutDowns() =>
        Assert.Equal([double.NaN, 2, 1, 0], Computed.Plots("up_down_ratio", Quotes.Four, 2)[0].Values);
}
