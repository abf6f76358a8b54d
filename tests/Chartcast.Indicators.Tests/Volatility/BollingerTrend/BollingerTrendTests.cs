using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.BollingerTrend;

public sealed class BollingerTrendTests
{
    // Bands of two closes 4 and 8: 6 ± 2; of four, 2 2 4 8: 4 ± √6. Lower apart by √6, upper by 4 − √6.
    [Fact]
    public void Compute_ComparesLowerWithUpperBands()
    {
        IndicatorPlot plot = Computed.Plots("bbtrend", Computed.Flat([2, 2, 4, 8]), 2, 4, 1)[0];
        double lower = Math.Abs(6 - 2 - (4 - Math.Sqrt(6))), upper = Math.Abs(6 + 2 - (4 + Math.Sqrt(6)));
        Sheet.AssertSame([double.NaN, double.NaN, double.NaN, (lower - upper) / 6 * 100], plot.Values);
    }

    [Fact]
    public void ColorIndexes_TellSideAndDirection()
    {
        IndicatorPlot plot = Computed.Plots("bbtrend", OracleSeries.Find("daily")!)[0];
        for (int i = 51; i < plot.Values.Length; i++)
        {
            double value = plot.Values[i], before = plot.Values[i - 1];
            int expected = value > 0 ? (value >= before ? 0 : 1) : (value <= before ? 3 : 2);
            Assert.Equal(expected, plot.ColorIndexes![i]);
        }
    }
}
