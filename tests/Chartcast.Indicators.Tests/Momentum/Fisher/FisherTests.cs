using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Fisher;

public sealed class FisherTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("fisher", Computed.Flat([1, 2, 3]), 2);
        double first = 0.5 * Math.Log(1.33 / 0.67), value = 0.33 + 0.67 * 0.33;
        double second = 0.5 * Math.Log((1 + value) / (1 - value)) + 0.5 * first;
        Sheet.AssertSame([double.NaN, first, second], plots[0].Values);
        Sheet.AssertSame([double.NaN, double.NaN, first], plots[1].Values);
    }

    [Fact]
    public void Compute_StaysInTheMiddle_WhilePricesRest() => Sheet.AssertSame(
        [double.NaN, 0, 0],
        Computed.OverCloses("fisher", [5, 5, 5], 2));

    [Fact]
    public void Compute_StaysFinite_InALongTrend() => Assert.All(
        Computed.OverCloses("fisher", [.. Enumerable.Range(1, 500).Select(i => (double)i)], 9)[8..],
        value => Assert.InRange(value, 0, 8));
}
