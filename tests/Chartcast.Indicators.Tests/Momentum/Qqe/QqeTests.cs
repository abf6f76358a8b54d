using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Qqe;

public sealed class QqeTests
{
    [Fact]
    public void Trail_BeginsWhenItsMeansAreThere()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("qqe", Computed.Flat([1, 2, 3, 4, 5, 6, 7, 8, 9]), 2, 1);
        Sheet.AssertSame([double.NaN, double.NaN, .. Enumerable.Repeat(100.0, 7)], plots[0].Values);
        Sheet.AssertSame([.. Enumerable.Repeat(double.NaN, 7), 100, 100], plots[1].Values);
    }

    [Fact]
    public void Trail_OnlyComesNearer_WhileTheIndexStaysOnItsSide()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("qqe", Sheet.ReadBars());
        double[] line = plots[0].Values, trail = plots[1].Values;
        int sides = 0;
        for (int i = 72; i < line.Length; i++)
        {
            double side = Math.Sign(line[i] - trail[i]);
            if (side != Math.Sign(line[i - 1] - trail[i - 1])) sides++;
            else Assert.True(side * (trail[i] - trail[i - 1]) >= 0, $"bar {i}");
        }

        Assert.True(sides > 1);
    }
}
