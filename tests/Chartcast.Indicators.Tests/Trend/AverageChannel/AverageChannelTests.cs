using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.AverageChannel;

public sealed class AverageChannelTests
{
    [Fact]
    public void Compute_AveragesHighsAndLows_EachWithItsShift()
    {
        BarSeries bars = new(BarInterval.Day, [new Bar(0, 2, 4, 1, 3, 1), new Bar(1, 3, 8, 2, 4, 1)]);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("ma_channel", bars, 2, 1, 3, -2);
        Assert.Equal([double.NaN, 6], plots[0].Values);
        Assert.Equal([1.0, 2], plots[1].Values);
        Assert.Equal([3, -2], plots.Select(plot => plot.Offset));
    }
}
