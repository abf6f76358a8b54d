using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Levels.Pivots;

public sealed class PivotsTests
{
    [Fact]
    public void Compute_MarksStrictExtremes_OnceTheBarsAfterThemAreThere()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots(
            "pivots_high_low", Computed.Ranges((2, 1), (5, 1), (4, 0), (7, 2), (7, 3), (3, 1)), 1, 1);
        Assert.Equal([double.NaN, double.NaN, 5, double.NaN, double.NaN, double.NaN], plots[0].Values);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 0, double.NaN, double.NaN], plots[1].Values);
        Assert.All(plots, plot => Assert.Equal(-1, plot.Offset));
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(7, 3)]
    public void Compute_EqualsNaive(int left, int right)
    {
        BarSeries bars = Sheet.ReadBars();
        double[] highs = bars.Highs.ToArray(), marks = Computed.Plots("pivots_high_low", bars, left, right)[0].Values;
        for (int i = 0; i < highs.Length; i++)
        {
            int peak = i - right;
            bool isPivot = peak >= left && Enumerable.Range(peak - left, left + right + 1)
                .All(j => j == peak || highs[j] < highs[peak]);
            Assert.Equal(isPivot ? highs[peak] : double.NaN, marks[i]);
        }
    }
}
