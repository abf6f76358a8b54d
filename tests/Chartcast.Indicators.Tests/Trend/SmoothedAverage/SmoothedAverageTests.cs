using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.SmoothedAverage;

public sealed class SmoothedAverageTests
{
    [Fact]
    public void Compute_IsHandChecked() => Assert.Equal(
        [double.NaN, 2, 3.5, 6.25],
        Computed.OverCloses("smma", [1, 3, 5, 9], 2));
}
