using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.ChandelierExit;

public sealed class ChandelierExitTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        // Ranges 2, 3, 5; the long stops 9 and 10, broken by 8; the short stop 7 + 5.
        IReadOnlyList<IndicatorPlot> plots =
            Computed.Plots("chandelier", Computed.Ranges((11, 9), (13, 11), (9, 7)), 1, 1);
        Assert.Equal([9, 10, double.NaN], plots[0].Values);
        Assert.Equal([double.NaN, double.NaN, 12], plots[1].Values);
    }

    [Fact]
    public void Compute_ShowsOneStopAtATime()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("chandelier", Sheet.ReadBars(), 5, 2);
        for (int i = 0; i < plots[0].Values.Length; i++)
            Assert.Equal(i >= 4, double.IsNaN(plots[0].Values[i]) != double.IsNaN(plots[1].Values[i]));
    }
}
