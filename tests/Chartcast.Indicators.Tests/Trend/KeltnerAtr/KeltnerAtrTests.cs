using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.KeltnerAtr;

public sealed class KeltnerAtrTests
{
    private const int Exponential = 1;

    [Theory]
    [InlineData(0, 4.75)]
    [InlineData(1, 6.5)]
    [InlineData(2, 2.5)]
    public void Compute_TakesTheAskedRange(double style, double range)
    {
        // Ranges 3 and 2; the second bar's true range is 18 - 11.5.
        BarSeries bars = Computed.Ranges((13, 10), (18, 16));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("keltner_atr", bars, 2, 2, 0, Exponential, style, 2);
        Assert.Equal((11.5 + 17) / 2, plots[1].Values[1]);
        Assert.Equal(2 * range, plots[0].Values[1] - plots[1].Values[1], 1e-12);
        Assert.Equal(2 * range, plots[1].Values[1] - plots[2].Values[1], 1e-12);
    }
}
