using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.ZeroLagEma;

public sealed class ZeroLagEmaTests
{
    [Fact]
    public void Compute_IsHandChecked() => Assert.Equal(
        [double.NaN, double.NaN, double.NaN, 7, 9.5],
        Computed.OverCloses("zlema", [1, 2, 4, 8, 10], 3));
}
