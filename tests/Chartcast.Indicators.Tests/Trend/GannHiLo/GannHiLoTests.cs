using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.GannHiLo;

public sealed class GannHiLoTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        IndicatorPlot plot = Computed.Plots("gann_hilo", Computed.Ranges((11, 9), (13, 11), (9, 7), (9, 7)), 1)[0];
        Assert.Equal([double.NaN, 11, 9, 9], plot.Values);
        Assert.Equal([0, 0, 1, 1], plot.ColorIndexes!.Select(index => (int)index));
    }
}
