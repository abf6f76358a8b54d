using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.BollingerPercentB;

public sealed class BollingerPercentBTests
{
    // Mean 3 and deviation 1: the bands of two deviations are 1 and 5.
    [Fact]
    public void Compute_IsTheClosesPlaceBetweenTheBands() =>
        Sheet.AssertSame([double.NaN, 0.75], Computed.OverCloses("bbp", [2, 4], 2, 2));

    [Fact]
    public void Compute_IsMissing_WhenTheBandsHaveNoWidth() =>
        Assert.Equal([double.NaN, double.NaN, double.NaN], Computed.OverCloses("percent_b", [7, 7, 7], 2, 2));
}
