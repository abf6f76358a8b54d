using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.DetrendedPrice;

public sealed class DetrendedPriceTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 7, -2],
        Computed.OverCloses("dpo", [1, 3, 5, 9, 2], 2));

    [Fact]
    public void Compute_IsDrawnWhereItBelongs_WhenCentred()
    {
        IndicatorPlot plot = Computed.Plots("dpo", Computed.Flat([1, 3, 5, 9, 2]), 2, 1)[0];
        Sheet.AssertSame([double.NaN, double.NaN, -3, -4, -0.5], plot.Values);
        Assert.Equal(-2, plot.Offset);
    }
}
