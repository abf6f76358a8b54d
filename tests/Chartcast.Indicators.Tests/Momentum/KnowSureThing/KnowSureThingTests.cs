using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.KnowSureThing;

public sealed class KnowSureThingTests
{
    [Fact]
    public void Compute_WeighsTheFourRatesInOrder() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100 + 2 * 300 + 3 * 100 + 4 * 300],
        Computed.OverCloses("kst", [1, 2, 4], 1, 2, 1, 2, 1, 1, 1, 1, 1));

    [Fact]
    public void Signal_IsThePlainMean() => Sheet.AssertSame(
        [double.NaN, double.NaN, 250],
        Computed.Plots("kst", Computed.Flat([1, 2, 1]), 1, 1, 1, 1, 1, 1, 1, 1, 2)[1].Values);
}
