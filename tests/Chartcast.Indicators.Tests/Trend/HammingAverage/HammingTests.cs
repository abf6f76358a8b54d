using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.HammingAverage;

public sealed class HammingTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, (0.08 + 2 + 0.48) / 1.16],
        Computed.OverCloses("hamming", [1, 2, 6], 3));

    [Fact]
    public void Compute_IsThePrice_WhenTheLengthIsOne() =>
        Assert.Equal([3, 1], Computed.OverCloses("hamming", [3, 1], 1));
}
