using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.PercentagePrice;

public sealed class PercentagePriceTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("ppo", Computed.Flat([1, 3, 5]), 1, 2, 2);
        Sheet.AssertSame([double.NaN, double.NaN, -12.5], plots[0].Values);
        Sheet.AssertSame([double.NaN, 50, 25], plots[1].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 37.5], plots[2].Values);
    }
}
