using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.RelativeVigor;

public sealed class RelativeVigorTests
{
    [Fact]
    public void Compute_IsTheShareOfTheBodies()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots(
            "rvgi", Quotes.Daily([.. Enumerable.Repeat((1.0, 3.0, 1.0, 2.0, 1.0), 7)]), 1);
        Sheet.AssertSame([double.NaN, double.NaN, double.NaN, 0.5, 0.5, 0.5, 0.5], plots[0].Values);
        Sheet.AssertSame([.. Enumerable.Repeat(double.NaN, 6), 0.5], plots[1].Values);
    }

    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, (1 + 2 * 4 - 2 * 2 - 7) / (4 + 2 * 4 + 2 * 4 + 8.0)],
        Computed.Plots("rvgi", Quotes.Four, 1)[0].Values);
}
