using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.PriceChannel;

public sealed class PriceChannelTests
{
    [Fact]
    public void Compute_IsADonchianChannel_DrawnLater()
    {
        BarSeries bars = Sheet.ReadBars();
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("price_channel", bars, 7, 4);
        IReadOnlyList<IndicatorPlot> donchian = Computed.Plots("donchian", bars, 7);
        Assert.Equal(donchian[1].Values, plots[0].Values);
        Assert.Equal(donchian[0].Values, plots[1].Values);
        Assert.Equal(donchian[2].Values, plots[2].Values);
        Assert.All(plots, plot => Assert.Equal(4, plot.Offset));
    }
}
