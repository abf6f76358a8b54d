using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.OpenHighLowCloseVolatility;

public sealed class OpenHighLowCloseVolatilityTests
{
    private static readonly double E = Math.E;

    // u = 2, d = −1, c = 1: 0.511·9 − 0.019·(1·1 + 4) − 0.383.
    private const double Trading = 0.511 * 9 - 0.019 * 5 - 0.383;

    private static BarSeries Bars => Quotes.Daily(
        (1, E * E, 1 / E, E, 1), (E * E, E * E * E * E, E, E * E * E, 1));

    [Fact]
    public void Compute_IsGarmanAndKlasssFourthEstimator_WhenTheMarketNeverCloses() =>
        Sheet.AssertSame(
            [100 * Math.Sqrt(Trading * 252), 100 * Math.Sqrt(Trading * 252)],
            Computed.Plots("garman_klass", Bars, 1, 0, 252)[0].Values);

    [Fact]
    public void Compute_CountsTheJumpToTheOpen_WhenTheMarketCloses() =>
        Sheet.AssertSame(
            [double.NaN, 100 * Math.Sqrt((0.12 * 1 / 0.4 + 0.88 * Trading / 0.6) * 252)],
            Computed.Plots("garman_klass", Bars, 1, 0.4, 252)[0].Values);

    [Fact]
    public void Compute_Is0_WhenPricesAreFlat() =>
        Assert.Equal([double.NaN, 0, 0], Computed.OverCloses("garman_klass", [3, 3, 3], 2));
}
