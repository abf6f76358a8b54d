using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.TriangularAverage;

public sealed class TriangularAverageTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        Assert.Equal([double.NaN, double.NaN, 2.75], Computed.OverCloses("trima", [1, 2, 6], 3));
        Sheet.AssertSame(
            [double.NaN, double.NaN, double.NaN, 14 / 3.0], Computed.OverCloses("trima", [1, 3, 5, 11], 4));
    }
}
