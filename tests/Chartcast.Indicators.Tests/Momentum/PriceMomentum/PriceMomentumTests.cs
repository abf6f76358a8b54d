using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.PriceMomentum;

public sealed class PriceMomentumTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 2, -1],
        Computed.OverCloses("mom", [1, 2, 3, 1], 2));

    [Fact]
    public void Compute_ReadsTheSource() => Sheet.AssertSame(
        [double.NaN, 3, 5, -3],
        Computed.Plots("mom", Quotes.Four, 1, 2)[0].Values);
}
