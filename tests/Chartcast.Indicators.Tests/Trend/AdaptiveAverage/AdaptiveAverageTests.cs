using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.AdaptiveAverage;

public sealed class AdaptiveAverageTests
{
    private const double Slowest = 2.0 / 31 * 2 / 31;

    [Fact]
    public void Compute_IsQuickest_WhenPricesGoStraight() => Sheet.AssertSame(
        [double.NaN, 2, 2 + 4 / 9.0],
        Computed.OverCloses("kama", [1, 2, 3], 2));

    [Fact]
    public void Compute_IsSlowest_WhenPricesComeBackOrStandStill()
    {
        double back = 2 - Slowest;
        Sheet.AssertSame(
            [double.NaN, 2, back, 5 / 9.0 * back, 25 / 81.0 * back, 25 / 81.0 * back * (1 - Slowest)],
            Computed.OverCloses("kama", [1, 2, 1, 0, 0, 0], 2));
    }
}
