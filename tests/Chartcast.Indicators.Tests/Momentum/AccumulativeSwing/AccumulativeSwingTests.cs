using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.AccumulativeSwing;

public sealed class AccumulativeSwingTests
{
    // Ways 4, 5 and 8 (with a quarter of the body before 4.25, 5.5 and 8.5), moves 6.25, 1 and −11.
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [0, 25 / 0.85, 25 / 0.85 + 25 / 5.5, 25 / 0.85 + 25 / 5.5 - 385 / 8.5],
        Computed.Plots("asi", Quotes.Four, 10)[0].Values);

    [Fact]
    public void Compute_StaysWhereItIs_WhenABarHasNoRange() => Sheet.AssertSame(
        [0, 0],
        Computed.OverCloses("asi", [5, 5], 10));
}
