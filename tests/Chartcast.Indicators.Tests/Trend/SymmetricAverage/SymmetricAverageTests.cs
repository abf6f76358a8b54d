using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.SymmetricAverage;

public sealed class SymmetricAverageTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 17 / 6.0],
        Computed.OverCloses("swma", [1, 2, 3, 6]));
}
