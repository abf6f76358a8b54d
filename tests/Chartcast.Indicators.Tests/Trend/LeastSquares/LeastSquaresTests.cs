using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.LeastSquares;

public sealed class LeastSquaresTests
{
    [Theory]
    [InlineData(0, 5.5)]
    [InlineData(1, 3)]
    [InlineData(-1, 8)]
    public void Compute_IsHandChecked(double barsBack, double expected) => Sheet.AssertSame(
        [double.NaN, double.NaN, expected],
        Computed.OverCloses("lsma", [1, 2, 6], 3, barsBack));
}
