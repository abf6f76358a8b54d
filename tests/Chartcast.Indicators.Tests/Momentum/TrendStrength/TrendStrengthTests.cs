using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.TrendStrength;

public sealed class TrendStrengthTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 1, 0.5],
        Computed.OverCloses("trend_strength", [0, 1, 2, 1.5], 3));

    [Fact]
    public void Compute_IsMissing_WhenPricesAreEqual() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN],
        Computed.OverCloses("trend_strength", [0.1, 0.1, 0.1], 3));
}
