using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.CloseToCloseVolatility;

public sealed class CloseToCloseVolatilityTests
{
    // Returns ln 2 and −ln 2: squares 2 ln² 2 over one degree of freedom.
    [Fact]
    public void Compute_DividesByOneLessThanTheReturns() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, 100 * Math.Log(2) * Math.Sqrt(2 * 252)],
            Computed.OverCloses("vol_cc", [3, 6, 3], 2, 252));

    [Fact]
    public void Compute_EqualsTheFormula_OnAWalk()
    {
        BarSeries bars = OracleSeries.Find("daily")!;
        double[] found = Computed.Plots("vol_cc", bars, 10, 252)[0].Values;
        Assert.Equal(10, Array.FindIndex(found, double.IsFinite));
        for (int i = 10; i < bars.Count; i++)
        {
            double[] returns = [.. Enumerable.Range(i - 9, 10).Select(k => Math.Log(bars[k].Close / bars[k - 1].Close))];
            double mean = returns.Average(), variance = returns.Sum(r => (r - mean) * (r - mean)) / 9;
            Assert.Equal(100 * Math.Sqrt(252 * variance), found[i], 1e-9);
        }
    }
}
