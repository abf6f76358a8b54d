using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Donchian;

public sealed class DonchianTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        BarSeries bars = Computed.Ranges((5, 3), (7, 4), (6, 2), (6, 5));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("donchian", bars, 2);
        Assert.Equal([double.NaN, 3, 2, 2], plots[0].Values);
        Assert.Equal([double.NaN, 7, 7, 6], plots[1].Values);
        Assert.Equal([double.NaN, 5, 4.5, 4], plots[2].Values);
    }
}
