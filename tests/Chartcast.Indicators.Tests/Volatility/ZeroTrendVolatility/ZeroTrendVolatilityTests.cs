using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.ZeroTrendVolatility;

public sealed class ZeroTrendVolatilityTests
{
    [Fact]
    public void Compute_CountsASteadyRise() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, 100 * Math.Log(2) * Math.Sqrt(252)],
            Computed.OverCloses("vol_zt", [3, 6, 12], 2, 252));
}
