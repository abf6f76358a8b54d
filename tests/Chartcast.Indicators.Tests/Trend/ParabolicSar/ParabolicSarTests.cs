using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.ParabolicSar;

public sealed class ParabolicSarTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        BarSeries bars = Computed.Ranges((11, 9), (13, 11), (15, 13), (17, 15), (12, 8), (9, 7));
        double[] sar = Computed.Plots("psar", bars, 0.02, 0.02, 0.2)[0].Values;
        // Rises from the low before, held back to the lows of both bars before; then .04 of the way to 15; then hit, so
        // that it becomes the highest high, where the highs before hold it.
        Sheet.AssertSame([double.NaN, 9, 9, 9.24, 17, 17], sar);
    }

    [Theory]
    [InlineData(-100_000, -100_000, -100_000)]
    [InlineData(100_000, 100_000, 100_000)]
    [InlineData(0, 0, 0)]
    public void Compute_ThrowsNothing_AtTheEndsOfTheRanges(double start, double increment, double maximum) =>
        Assert.Equal(120, Computed.Plots("psar", Sheet.ReadBars(), start, increment, maximum)[0].Values.Length);
}
