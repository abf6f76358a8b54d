using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Alligator;

public sealed class AlligatorTests
{
    [Fact]
    public void Compute_SmoothsMiddlesOfBars_EachWithItsShift()
    {
        IReadOnlyList<IndicatorPlot> plots =
            Computed.Plots("alligator", Computed.Ranges((3, 1), (6, 2), (9, 5)), 3, 2, 1, 8, 5, 3);
        Sheet.AssertSame([double.NaN, double.NaN, 13 / 3.0], plots[0].Values);
        Assert.Equal([double.NaN, 3, 5], plots[1].Values);
        Assert.Equal([2.0, 4, 7], plots[2].Values);
        Assert.Equal([8, 5, 3], plots.Select(plot => plot.Offset));
    }
}
