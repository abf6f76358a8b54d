using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Hull;

public sealed class HullTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, double.NaN, 187 / 18.0, 277 / 18.0],
        Computed.OverCloses("hma", [1, 2, 4, 7, 11, 16], 4));

    [Fact]
    public void Compute_IsThePrice_WhenTheLengthIsOne() =>
        Assert.Equal([3, 1, 4], Computed.OverCloses("hma", [3, 1, 4], 1));
}
