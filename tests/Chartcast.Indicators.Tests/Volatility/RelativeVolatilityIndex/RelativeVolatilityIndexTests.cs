using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.RelativeVolatilityIndex;

public sealed class RelativeVolatilityIndexTests
{
    // Deviations of pairs: 1 (risen), 2 (risen), 3 (fallen); means of two, then ⅔ of the newest.
    [Fact]
    public void Compute_IsTheShareOfRisingBars() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, 100, 100 * 0.5 / 2.5],
            Computed.OverCloses("relative_volatility_index", [2, 4, 8, 2], 2, 2));

    [Fact]
    public void Compute_BeginsWithTheDeviationsMeans() =>
        Assert.Equal(
            22, Array.FindIndex(
                Computed.Plots("relative_volatility_index", OracleSeries.Find("daily")!)[0].Values, double.IsFinite));

    [Fact]
    public void Compute_IsMissing_WhenNothingScatters() =>
        Assert.All(
            Computed.OverCloses("relative_volatility_index", [5, 5, 5, 5], 2, 1),
            value => Assert.True(double.IsNaN(value)));
}
