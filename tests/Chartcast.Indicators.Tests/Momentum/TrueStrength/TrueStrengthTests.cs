using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.TrueStrength;

public sealed class TrueStrengthTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 0, 80],
        Computed.OverCloses("tsi", [1, 2, 1, 3], 2, 1, 1));

    [Fact]
    public void Signal_IsTheExponentialMean() => Sheet.AssertSame(
        [double.NaN, double.NaN, 0, 200 / 3.0],
        Computed.Plots("tsi", Computed.Flat([1, 2, 1, 3]), 1, 1, 2)[1].Values);

    [Fact]
    public void Compute_IsMissing_UntilSomethingMoves() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100],
        Computed.OverCloses("tsi", [5, 5, 6], 1, 1, 1));
}
