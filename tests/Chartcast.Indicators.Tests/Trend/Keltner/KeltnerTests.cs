using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Keltner;

public sealed class KeltnerTests
{
    [Theory]
    [InlineData(1, 4.75)]
    [InlineData(0, 2.5)]
    public void Compute_CountsGapsWhenAsked(double usesTrueRange, double range)
    {
        // Ranges 3 and 2; the second bar's true range is 18 - 11.5.
        BarSeries bars = Computed.Ranges((13, 10), (18, 16));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("keltner", bars, usesTrueRange, 2, 2);
        double middle = (11.5 + 17) / 2;
        Sheet.AssertSame([double.NaN, middle + 2 * range], plots[0].Values);
        Sheet.AssertSame([double.NaN, middle], plots[1].Values);
        Sheet.AssertSame([double.NaN, middle - 2 * range], plots[2].Values);
    }
}
