using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.ChandeKroll;

public sealed class ChandeKrollTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        // Closes are middles: 4, 5.5, 4, 8. True ranges 2, 3, 4, 5; Wilder's mean of 2: - 2.5 3.25 4.125.
        BarSeries bars = Computed.Ranges((5, 3), (7, 4), (6, 2), (9, 7));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("chande_kroll_stop", bars, 2, 1, 2);
        Sheet.AssertSame([double.NaN, double.NaN, 5.25, 5.25], plots[0].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 4.5, 4.875], plots[1].Values);
    }
}
