using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Median;

public sealed class MedianTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        Assert.Equal([double.NaN, double.NaN, 3, 2, 3], Computed.OverCloses("median", [5, 1, 3, 2, 9], 3));
        Assert.Equal([double.NaN, 1, 1], Computed.OverCloses("median", [5, 1, 3], 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(15)]
    public void Compute_EqualsNaive(int length)
    {
        double[] closes = [.. Sheet.ReadBars().Closes.ToArray().Select(close => Math.Round(close))];
        double[] actual = Computed.OverCloses("median", closes, length);
        for (int i = length - 1; i < closes.Length; i++)
            Assert.Equal(closes[(i - length + 1)..(i + 1)].Order().ElementAt((length - 1) / 2), actual[i]);
    }

    [Fact]
    public void Compute_PutsBandsSomeRangesAway()
    {
        BarSeries bars = Computed.Ranges((11, 9), (11, 9), (11, 9));
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("median", bars, 2, (int)PriceSource.Hl2, 2, 3);
        Assert.Equal([double.NaN, double.NaN, 10], plots[1].Values);
        Assert.Equal([double.NaN, 16, 16], plots[2].Values);
        Assert.Equal([double.NaN, 4, 4], plots[3].Values);
    }
}
