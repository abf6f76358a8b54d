using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.VolatilityStop;

public sealed class VolatilityStopTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        // Ranges 2, 3, 5: the stop stays at 10 until 8 is below it.
        IndicatorPlot plot = Computed.Plots("vstop", Computed.Ranges((11, 9), (13, 11), (9, 7)), 1, 1)[0];
        Assert.Equal([10.0, 10, 13], plot.Values);
        Assert.Equal([0, 0, 1], plot.ColorIndexes!.Select(index => (int)index));
    }

    [Fact]
    public void Compute_NeverGivesWay_WhileTheTrendLasts()
    {
        IndicatorPlot plot = Computed.Plots("vstop", Sheet.ReadBars(), 5, 2)[0];
        for (int i = 1; i < plot.Values.Length; i++)
        {
            if (plot.ColorIndexes![i] != plot.ColorIndexes[i - 1]) continue;
            double way = plot.Values[i] - plot.Values[i - 1];
            Assert.True(plot.ColorIndexes[i] == 0 ? way >= 0 : way <= 0, $"bar {i}");
        }
    }
}
