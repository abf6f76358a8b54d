using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.LinearRegressionCurve;

public sealed class LinearRegressionCurveTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 5.5],
        Computed.OverCloses("linreg", [1, 2, 6], 3));
}
