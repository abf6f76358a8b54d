using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.TrueRanges;

public sealed class AverageTrueRangeTests
{
    // True ranges 4 (the first bar's own), 4, 5 (20 − 15) and 8 (9 − 17 is wider than 9 − 16).
    [Fact]
    public void Compute_IsWildersMean_BegunWithThePlainOne() =>
        Sheet.AssertSame([double.NaN, 4, 4.5, 6.25], Computed.Plots("atr", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_InPercentOfTheClose_WhenNormalized() =>
        Sheet.AssertSame(
            [double.NaN, 400 / 15.0, 450 / 16.0, 625 / 9.0], Computed.Plots("natr", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_HasNoPercent_WhenTheCloseIs0() =>
        Assert.Equal([double.NaN], Computed.OverCloses("natr", [0], 1));
}
