using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Sma;

public sealed class SmaTests
{
    [Theory]
    [InlineData("oakscriptjs")]
    [InlineData("lightweight")]
    [InlineData("tradingsignals")]
    public void Compute_EqualsWorkedSheet(string oracle) => Sheet.AssertSame(
        Sheet.Read("Trend/Sma/Sma.csv")[oracle],
        Computed.Plots("sma", Sheet.ReadBars(), 9)[0].Values);

    [Fact]
    public void Compute_IsHandChecked() => Assert.Equal(
        [double.NaN, double.NaN, 2, 3, 5],
        Computed.OverCloses("sma", [1, 2, 3, 4, 8], 3));

    [Fact]
    public void Listing_CarriesOffsetAndHidesTheSmoothingLine()
    {
        Assert.True(IndicatorCatalog.TryFind("sma", out IndicatorListing? listing));
        IReadOnlyList<IndicatorPlot> plots = listing.Compute(Sheet.ReadBars(), [3, 4, 5, 2, 4]);
        Assert.All(plots, plot => Assert.Equal(5, plot.Offset));
        Assert.True(listing.Outputs[0].IsVisible);
        Assert.False(listing.Outputs[1].IsVisible);
        Assert.Equal(5, Array.FindIndex(plots[1].Values, value => !double.IsNaN(value)));
    }

    [Fact]
    public void Listing_ReadsTheAskedPrice()
    {
        Assert.True(IndicatorCatalog.TryFind("Moving Average", out IndicatorListing? listing));
        var bars = Sheet.ReadBars();
        IReadOnlyList<IndicatorPlot> plots = listing.Compute(bars, [1, 2, 0, 0, 9]);
        Assert.Equal("high", listing.Parameters[1].Choices[2]);
        Assert.Equal(bars.Highs.ToArray(), plots[0].Values);
    }
}
