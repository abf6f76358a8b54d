using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.RegressionChannel;

public sealed class RegressionChannelTests
{
    [Fact]
    public void Compute_DrawsTheLineThroughTheLastBarsOnly()
    {
        IReadOnlyList<IndicatorPlot> plots =
            Computed.Plots("linear_regression_channel", Computed.Flat([70, 1, 2, 6]), 3, 2);
        double distance = 2 * Math.Sqrt(0.75);
        Sheet.AssertSame([double.NaN, 0.5, 3, 5.5], plots[0].Values);
        Sheet.AssertSame([double.NaN, 0.5 + distance, 3 + distance, 5.5 + distance], plots[1].Values);
        Sheet.AssertSame([double.NaN, 0.5 - distance, 3 - distance, 5.5 - distance], plots[2].Values);
    }

    [Fact]
    public void Compute_TakesTheBarsThereAre()
    {
        Sheet.AssertSame([1, 2, 3], Computed.OverCloses("linear_regression_channel", [1, 2, 3], 100));
        Assert.Equal([double.NaN, double.NaN], Computed.OverCloses("linear_regression_channel", [1, 2], 100));
    }
}
