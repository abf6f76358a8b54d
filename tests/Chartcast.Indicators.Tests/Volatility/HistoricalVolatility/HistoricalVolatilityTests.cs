using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.HistoricalVolatility;

public sealed class HistoricalVolatilityTests
{
    // Returns ln 2 and −ln 2: mean 0, population deviation ln 2.
    [Theory]
    [InlineData("1D", 365)]
    [InlineData("1h", 365)]
    [InlineData("2D", 365 / 7.0)]
    [InlineData("1W", 365 / 7.0)]
    [InlineData("1M", 365 / 7.0)]
    public void Compute_CountsAYearAsTradingViewDoes(string interval, double barsPerYear)
    {
        BarSeries days = Computed.Flat([3, 6, 3]);
        var bars = new BarSeries(BarInterval.Parse(interval), [days[0], days[1], days[2]]);
        double[] expected = [double.NaN, double.NaN, 100 * Math.Log(2) * Math.Sqrt(barsPerYear)];
        Sheet.AssertSame(expected, Computed.Plots("hv", bars, 2)[0].Values);
    }

    [Fact]
    public void Compute_IsMissing_WhilePricesAreNotAbove0() =>
        Assert.Equal(
            [double.NaN, double.NaN, double.NaN, 0.0], Computed.OverCloses("hv", [0, 5, -5, -5], 1));
}
