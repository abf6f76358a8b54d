using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.AnchoredVwap;

public sealed class AnchoredVwapTests
{
    [Fact]
    public void Compute_BeginsAtTheAnchor()
    {
        Assert.Equal(
            [double.NaN, double.NaN, 3, 5, 6],
            Computed.OverCloses("anchored_vwap", [50, 70, 3, 7, 8], 2));
        Assert.Equal([2.0], Computed.OverCloses("anchored_vwap", [2], 0));
    }

    [Fact]
    public void Compute_BeginsWithTheFirstBar_WhenTheAnchorLiesBefore() => Assert.Equal(
        [4.0, 5], Computed.OverCloses("anchored_vwap", [4, 6], 100));
}
