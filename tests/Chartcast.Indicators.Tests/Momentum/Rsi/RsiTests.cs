using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Rsi;

public sealed class RsiTests
{
    [Theory]
    [InlineData("oakscriptjs")]
    [InlineData("lightweight")]
    [InlineData("tradingsignals")]
    public void Compute_EqualsWorkedSheet(string oracle) => Sheet.AssertSame(
        Sheet.Read("Momentum/Rsi/Rsi.csv")[oracle],
        Computed.Plots("rsi", Sheet.ReadBars(), 14)[0].Values);

    [Fact]
    public void Listing_SmoothsByTheAskedMean_WhenSmoothed()
    {
        Assert.True(IndicatorCatalog.TryFind("rsi", out IndicatorListing? listing));
        IReadOnlyList<IndicatorPlot> plots = listing.Compute(Sheet.ReadBars(), [14, 0, 14]);
        Sheet.AssertSame(Sheet.Read("Momentum/Rsi/Rsi.csv")["lightweight_smoothed"], plots[1].Values);
    }

    [Fact]
    public void Compute_Is100_WhenNothingFell() =>
        Assert.Equal([double.NaN, double.NaN, 100, 100], Computed.OverCloses("rsi", [5, 5, 6, 6], 2));

    [Fact]
    public void Compute_Is0_WhenNothingRose() =>
        Assert.Equal([double.NaN, double.NaN, 0], Computed.OverCloses("rsi", [7, 6, 5], 2));
}
