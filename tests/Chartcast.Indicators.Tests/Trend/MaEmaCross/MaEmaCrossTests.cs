using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.MaEmaCross;

public sealed class MaEmaCrossTests
{
    [Fact]
    public void Compute_MarksWhereTheAveragesCross()
    {
        double[] closes = [2, 4, 9, 1, 1, 1];
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("ma_ema_cross", Computed.Flat(closes), 2, 2);
        // Means 3 6.5 5 1 1; exponential 3 7 3 1.67 1.22.
        Assert.Equal([double.NaN, 3, 6.5, 5, 1, 1], plots[0].Values);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 5, 1, double.NaN], plots[2].Values);
    }
}
