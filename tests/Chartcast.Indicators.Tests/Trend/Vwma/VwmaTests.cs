using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Vwma;

public sealed class VwmaTests
{
    [Fact]
    public void Compute_IsHandChecked_AndMissingWithoutVolume()
    {
        (double Close, double Volume)[] bars = [(1, 1), (3, 3), (5, 0), (7, 0), (9, double.NaN), (2, 1), (4, 3)];
        var series = new BarSeries(
            BarInterval.Day,
            [.. bars.Select((b, i) => new Bar(i * 86_400_000L, b.Close, b.Close, b.Close, b.Close, b.Volume))]);
        Assert.Equal(
            [double.NaN, 2.5, 3, double.NaN, double.NaN, double.NaN, 3.5],
            Computed.Plots("vwma", series, 2)[0].Values);
    }
}
