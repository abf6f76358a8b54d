using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.ChandeMomentum;

public sealed class ChandeMomentumTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100 / 3.0, -100],
        Computed.OverCloses("cmo", [1, 3, 2, 2], 2));

    [Fact]
    public void Compute_IsMissing_WhenNothingMoved() => Sheet.AssertSame(
        [double.NaN, double.NaN],
        Computed.OverCloses("cmo", [5, 5], 1));
}
