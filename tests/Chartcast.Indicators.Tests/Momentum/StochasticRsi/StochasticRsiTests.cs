using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.StochasticRsi;

public sealed class StochasticRsiTests
{
    [Fact]
    public void Compute_IsTheStochasticOfTheRsi()
    {
        double[] rsi = Computed.Plots("rsi", Sheet.ReadBars(), 14)[0].Values;
        double[] raw = new double[rsi.Length], expected = new double[rsi.Length];
        for (int i = 0; i < rsi.Length; i++)
        {
            double[] window = rsi[Math.Max(i - 13, 0)..(i + 1)];
            // The sheet's prices rest for a while.
            raw[i] = window.Any(double.IsNaN) || window.Max() - window.Min() < 1e-9 ? double.NaN
                : 100 * (rsi[i] - window.Min()) / (window.Max() - window.Min());
            expected[i] = i < 2 ? double.NaN : (raw[i] + raw[i - 1] + raw[i - 2]) / 3;
        }

        Assert.True(double.IsNaN(expected[28]) && !double.IsNaN(expected[29]));
        Sheet.AssertSame(expected, Computed.Plots("stochrsi", Sheet.ReadBars())[0].Values);
    }

    [Fact]
    public void Compute_IsMissing_WhilePricesRest()
    {
        double[] closes = [1, 2, 1.5, .. Enumerable.Repeat(1.7, 12)];
        Assert.True(double.IsNaN(Computed.OverCloses("stochrsi", closes, 2, 4, 1, 1)[^1]));
    }
}
