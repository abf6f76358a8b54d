using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Ichimoku;

public sealed class IchimokuTests
{
    [Fact]
    public void Compute_TakesMiddlesOfRanges_AndCountsThePresentBarInTheDisplacement()
    {
        BarSeries bars = Computed.Ranges((5, 3), (7, 4), (6, 2));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("ichimoku", bars, 1, 2, 3, 26);
        Assert.Equal([4, 5.5, 4], plots[0].Values);
        Assert.Equal([double.NaN, 5, 4.5], plots[1].Values);
        Assert.Equal(bars.Closes.ToArray(), plots[2].Values);
        Assert.Equal([double.NaN, 5.25, 4.25], plots[3].Values);
        Assert.Equal([double.NaN, double.NaN, 4.5], plots[4].Values);
        Assert.Equal([0, 0, -25, 25, 25], plots.Select(plot => plot.Offset));
    }
}
