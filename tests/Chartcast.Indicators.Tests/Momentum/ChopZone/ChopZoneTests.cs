using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.ChopZone;

public sealed class ChopZoneTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.1, 2)]
    [InlineData(0, 8)]
    [InlineData(-1, 4)]
    public void ColorIndexes_TellHowSteeplyTheMeanGoes(double step, int expected)
    {
        IndicatorPlot plot = Computed.Plots(
            "chop_zone", Computed.Ranges([.. Enumerable.Range(0, 40).Select(i => Around(200 + i * step, step))]))[0];
        Assert.Equal([.. Enumerable.Repeat(double.NaN, 34), 1, 1, 1, 1, 1, 1], plot.Values);
        Assert.All(plot.ColorIndexes![34..], color => Assert.Equal(expected, color));
    }

    // A tenth's step in a range of 44.9: a slope of 0.1 / 204 · 25 · 180 / 44.9 or 2.8°, which is 3 whole degrees.
    private static (double High, double Low) Around(double middle, double step) =>
        Math.Abs(step) < 1 ? (middle + 21, middle - 21) : (middle + 1, middle - 1);
}
