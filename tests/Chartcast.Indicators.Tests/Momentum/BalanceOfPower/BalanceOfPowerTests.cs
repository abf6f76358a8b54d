using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.BalanceOfPower;

public sealed class BalanceOfPowerTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [0.25, 1, -0.5, -0.875],
        Computed.Plots("bop", Quotes.Four)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenABarHasNoRange() => Sheet.AssertSame(
        [double.NaN],
        Computed.OverCloses("bop", [7]));
}
