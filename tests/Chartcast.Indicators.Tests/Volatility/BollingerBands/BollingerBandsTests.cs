using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.BollingerBands;

public sealed class BollingerBandsTests
{
    [Theory]
    [InlineData("oakscriptjs")]
    [InlineData("lightweight")]
    public void Compute_EqualsWorkedSheet(string oracle)
    {
        Sheet sheet = Sheet.Read("Volatility/BollingerBands/BollingerBands.csv");
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("bb", Sheet.ReadBars());
        double[] median = plots[0].Values, upper = plots[1].Values, lower = plots[2].Values;
        Sheet.AssertSame(sheet[oracle + "_median"], median);
        Sheet.AssertSame(sheet[oracle + "_upper"], upper);
        Sheet.AssertSame(sheet[oracle + "_lower"], lower);
        Sheet.AssertSame(sheet["tradingsignals_upper"], upper);
        Sheet.AssertSame(sheet["tradingsignals_lower"], lower);
    }

    [Fact]
    public void Compute_HasNoWidth_WhenPricesAreFlat()
    {
        double[] closes = [.. Enumerable.Repeat(0.1, 50)];
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("bb", Computed.Flat(closes));
        Assert.Equal(plots[0].Values[19..], plots[1].Values[19..]);
        Assert.Equal(plots[0].Values[19..], plots[2].Values[19..]);
    }
}
