using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.MoneyFlowIndex;

public sealed class MoneyFlowIndexTests
{
    // Flows 20 up, 0 for the unchanged, 10 down.
    [Fact]
    public void Compute_CountsUnchangedPricesForNeitherSide() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, 100, 0],
            Computed.Plots("mfi", Quotes.Closes((1, 7), (2, 10), (2, 30), (1, 10)), 2)[0].Values);

    [Fact]
    public void Compute_IsTheShareOfRisingMoney() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, 100 - 100 / (1 + 20 / 10.0)],
            Computed.Plots("mfi", Quotes.Closes((1, 7), (2, 10), (1, 10)), 2)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhileAVolumeIsNotKnown() =>
        Assert.Equal(
            [double.NaN, double.NaN, 100.0],
            Computed.Plots("mfi", Quotes.Closes((1, 7), (2, double.NaN), (3, 1)), 1)[0].Values);
}
