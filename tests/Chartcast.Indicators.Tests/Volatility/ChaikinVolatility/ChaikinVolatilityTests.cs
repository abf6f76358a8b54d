using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.ChaikinVolatility;

public sealed class ChaikinVolatilityTests
{
    // Ranges 4, 4, 4, 8; over single bars the last one doubles.
    [Fact]
    public void Compute_IsTheChangeOfTheMeanRange() =>
        Sheet.AssertSame(
            [double.NaN, 0, 0, 100], Computed.Plots("chaikin_volatility", Quotes.Four, 1, 1)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenNothingRanged() =>
        Assert.Equal(
            [double.NaN, double.NaN, double.NaN], Computed.OverCloses("chaikin_volatility", [5, 5, 5], 1, 1));
}
