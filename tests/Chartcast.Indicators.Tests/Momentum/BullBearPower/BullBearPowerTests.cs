using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.BullBearPower;

public sealed class BullBearPowerTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        IndicatorPlot plot = Computed.Plots("bull_bear_power", Quotes.Four, 2)[0];
        Sheet.AssertSame([double.NaN, 0, 6, 4], plot.Values);
        Assert.Equal([1, 1, 1], plot.ColorIndexes![1..]);
    }
}
