using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Levels.Fractals;

public sealed class FractalsTests
{
    [Fact]
    public void Compute_MarksPeaksAndTroughs_TwoBarsLate_DrawnBackAtThem()
    {
        IReadOnlyList<IndicatorPlot> plots =
            Computed.Plots("fractals", Computed.Ranges((6, 5), (7, 4), (9, 3), (8, 4), (7, 5)), 2);
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 9], plots[0].Values);
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 3], plots[1].Values);
        Assert.All(plots, plot => Assert.Equal(-2, plot.Offset));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Compute_LetsFourEqualsPass_OnTheLeft(int equals, bool isFractal)
    {
        double[] highs = [1, 2, .. Enumerable.Repeat(5.0, equals + 1), 3, 2];
        double[] up = Computed.Plots("fractals", Computed.Flat(highs), 2)[0].Values;
        Assert.Equal(isFractal ? 5 : double.NaN, up[^1]);
    }

    [Fact]
    public void Compute_LetsNoEqualPass_OnTheRight() => Assert.All(
        Computed.Plots("fractals", Computed.Flat([1, 2, 5, 3, 5, 2]), 2)[0].Values,
        value => Assert.Equal(double.NaN, value));
}
