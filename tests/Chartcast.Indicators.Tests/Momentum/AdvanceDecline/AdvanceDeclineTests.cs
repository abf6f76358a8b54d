using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.AdvanceDecline;

public sealed class AdvanceDeclineTests
{
    // Up, up, down, down; where none is down it is the number of those up.
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 2, 1, 0],
        Computed.Plots("adrb", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_CountsUnchangedBarsAsUp() => Sheet.AssertSame(
        [double.NaN, 2],
        Computed.OverCloses("adrb", [5, 5], 2));
}
