using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.DoubleEma;

public sealed class DoubleEmaTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 5, 79 / 9.0],
        Computed.OverCloses("dema", [1, 3, 5, 9], 2));
}
