using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.SeveralAverages;

public sealed class SeveralAveragesTests
{
    [Theory]
    [InlineData("double_ma", 2)]
    [InlineData("triple_ma", 3)]
    [InlineData("multiple_ma", 6)]
    public void Compute_AveragesAsAsked(string name, int count)
    {
        BarSeries bars = Sheet.ReadBars();
        double[] lengths = [.. Enumerable.Range(3, count).Select(length => (double)length)];
        string[] methods = ["sma", "ema", "wma"];
        for (int method = 0; method < methods.Length; method++)
        {
            IReadOnlyList<IndicatorPlot> plots = Computed.Plots(name, bars, [.. lengths, method]);
            Assert.Equal(count, plots.Count);
            for (int i = 0; i < count; i++)
                Assert.Equal(Computed.Plots(methods[method], bars, lengths[i])[0].Values, plots[i].Values);
        }
    }

    [Fact]
    public void Guppy_IsTwelveExponentialAverages()
    {
        BarSeries bars = Sheet.ReadBars();
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("gmma", bars);
        int[] lengths = [3, 5, 8, 10, 12, 15, 30, 35, 40, 45, 50, 60];
        Assert.Equal(lengths.Length, plots.Count);
        for (int i = 0; i < lengths.Length; i++)
            Assert.Equal(Computed.Plots("ema", bars, lengths[i])[0].Values, plots[i].Values);
    }

    [Fact]
    public void Ribbon_ReadsTheAskedPrice()
    {
        BarSeries bars = Sheet.ReadBars();
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("ma_ribbon", bars, 2, 3, 4, 5, (int)PriceSource.High);
        Assert.Equal(Computed.Plots("sma", bars, 5, (int)PriceSource.High)[0].Values, plots[3].Values);
    }
}
