using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.BollingerWidth;

public sealed class BollingerWidthTests
{
    [Fact]
    public void Compute_IsPercentOfTheMiddle() =>
        Sheet.AssertSame([double.NaN, 400 / 3.0], Computed.OverCloses("bbw", [2, 4], 2, 2));

    [Fact]
    public void Compute_Is0_WhenPricesAreFlat() =>
        Assert.Equal([double.NaN, 0, 0], Computed.OverCloses("bbw", [7, 7, 7], 2, 2));

    [Fact]
    public void Compute_IsMissing_WhenTheMiddleIs0() =>
        Assert.Equal([double.NaN, double.NaN], Computed.OverCloses("bbw", [-1, 1], 2, 2));
}
