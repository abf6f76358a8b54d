using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.KeltnerWidth;

public sealed class KeltnerWidthTests
{
    // Over one bar: the true range 5 of the third bar, twice on both sides, over its close of 16.
    [Fact]
    public void Compute_IsAMultipleOfTheMiddle() =>
        Sheet.AssertSame([1.6 / 1.1, 16 / 15.0, 1.25, 32 / 9.0], Computed.Plots("kcw", Quotes.Four, 1, 2)[0].Values);

    [Fact]
    public void Compute_BeginsWithTheMiddleLine() =>
        Assert.Equal(19, Array.FindIndex(Computed.Plots("kcw", OracleSeries.Find("daily")!)[0].Values, double.IsFinite));

    [Fact]
    public void Compute_IsMissing_WhenTheMiddleIs0() =>
        Assert.Equal([double.NaN, double.NaN], Computed.OverCloses("kcw", [0, 0], 1));
}
