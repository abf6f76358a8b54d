using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Awesome;

public sealed class AwesomeTests
{
    // Middles that rise by 1 a bar: means of 5 and 34 lag 2 and 16.5 bars.
    [Fact]
    public void Compute_IsHandChecked()
    {
        IndicatorPlot plot = Computed.Plots(
            "ao", Computed.Flat([.. Enumerable.Range(0, 36).Select(i => (double)i), 50]))[0];
        Sheet.AssertSame([.. Enumerable.Repeat(double.NaN, 33), 14.5, 14.5, 14.5, 14.5 + 14 / 5.0 - 14 / 34.0], plot.Values);
        Assert.Equal([0, 0, 0, 1], plot.ColorIndexes![33..]);
    }
}
