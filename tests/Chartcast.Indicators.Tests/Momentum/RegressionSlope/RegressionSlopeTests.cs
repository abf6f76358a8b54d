using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.RegressionSlope;

public sealed class RegressionSlopeTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 2.5, -0.5],
        Computed.OverCloses("linreg_slope", [1, 2, 6, 1], 3));
}
