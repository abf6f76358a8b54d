using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.RateOfChange;

public sealed class RateOfChangeTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 200, -50],
        Computed.OverCloses("roc", [1, 2, 3, 1], 2));

    [Fact]
    public void Compute_IsMissing_AfterAPriceOfZero() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100],
        Computed.OverCloses("roc", [0, 1, 2], 1));
}
