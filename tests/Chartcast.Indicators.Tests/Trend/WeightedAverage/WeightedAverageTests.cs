using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.WeightedAverage;

public sealed class WeightedAverageTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 14 / 6.0, 32 / 6.0],
        Computed.OverCloses("wma", [1, 2, 3, 8], 3));

    [Fact]
    public void Listing_ShiftsThePlotOnly()
    {
        IndicatorPlot plot = Computed.Plots("wma", Computed.Flat([1, 2, 3]), 2, 0, -4)[0];
        Assert.Equal(-4, plot.Offset);
        Sheet.AssertSame([double.NaN, 5 / 3.0, 8 / 3.0], plot.Values);
    }
}
