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
        (double[] median, double[] upper, double[] lower) =
            Indicators.Volatility.BollingerBands.BollingerBands.Compute(Sheet.ReadBars().Closes, 20, 2);
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
        (double[] median, double[] upper, double[] lower) =
            Indicators.Volatility.BollingerBands.BollingerBands.Compute(closes, 20, 2);
        Assert.Equal(median[19..], upper[19..]);
        Assert.Equal(median[19..], lower[19..]);
    }
}
