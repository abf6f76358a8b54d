using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.VolatilityIndex;

public sealed class VolatilityIndexTests
{
    [Fact]
    public void Compute_StopsSomeRangesFromTheBestClose_AndTurns()
    {
        // Ranges of 2 around closes that step by 1: every true range is 2.
        double[] closes = [10, 11, 12, 11, 10, 9, 8, 9];
        BarSeries bars = Computed.Ranges([.. closes.Select(close => (close + 1, close - 1))]);
        double[] stops = Computed.Plots("volatility_index", bars, 2, 1, 1)[0].Values;
        // The best close is 12; 10 is at the stop, 9 is below it.
        Assert.Equal([double.NaN, 9, 10, 10, 10, 11, 10, 10], stops);
    }

    [Fact]
    public void Compute_BeginsFalling_WhenTheCloseHasFallen() => Assert.Equal(
        [double.NaN, 11, 10],
        Computed.Plots("volatility_index", Computed.Ranges((11, 9), (10, 8), (9, 7)), 2, 1, 0)[0].Values);
}
