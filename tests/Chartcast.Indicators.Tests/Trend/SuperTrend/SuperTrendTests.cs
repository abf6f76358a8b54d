using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.SuperTrend;

public sealed class SuperTrendTests
{
    [Fact]
    public void Compute_BeginsFalling_TurnsWithTheClose_AndNeverLetsGo()
    {
        // A range of 2 around every close; with length 1 the true range is that of the bar itself.
        double[] closes = [10, 10, 14, 13, 9, 9];
        BarSeries bars = Computed.Ranges([.. closes.Select(close => (close + 1, close - 1))]);
        IndicatorPlot plot = Computed.Plots("supertrend", bars, 1, 1)[0];
        // Bar 2: range 5, bands 19 and 9, the upper held at 12 and broken: rises. Bar 4: range 5, the lower held at 11.
        Assert.Equal([12, 12, 9, 11, 14, 11], plot.Values);
        Assert.Equal([1, 1, 0, 0, 1, 1], plot.ColorIndexes!.Select(index => (int)index));
    }

    [Fact]
    public void Compute_HasOneValue_OnceTheRangeIsThere() => Assert.Equal(
        9, Array.FindIndex(Computed.Plots("supertrend", Sheet.ReadBars())[0].Values, double.IsFinite));
}
