using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.VolumeIndex;

public sealed class VolumeIndexTests
{
    private static BarSeries Bars => Quotes.Closes((4, 10), (8, 5), (6, 20), (9, 20));

    [Theory]
    [InlineData("nvi", 0, new[] { 1.0, 2, 2, 2 })]
    [InlineData("pvi", 0, new[] { 1.0, 1, 0.75, 0.75 })]
    [InlineData("nvi", 1, new[] { 1000.0, 1100, 1100, 1100 })]
    [InlineData("pvi", 1, new[] { 1000.0, 1000, 975, 975 })]
    public void Compute_CountsBarsOfFallingOrRisingVolumeOnly(string alias, int method, double[] expected) =>
        Sheet.AssertSame(expected, Computed.Plots(alias, Bars, method)[0].Values);

    [Fact]
    public void Compute_AveragesExponentially() =>
        Sheet.AssertSame([double.NaN, 1.5, 1.5 + 0.5 * 2 / 3], Computed.Plots("nvi", Bars.Slice(0, 3), 0, 2)[1].Values);
}
