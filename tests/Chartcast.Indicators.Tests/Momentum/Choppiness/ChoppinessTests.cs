using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Choppiness;

public sealed class ChoppinessTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 100 * Math.Log2(8 / 7.0), 0, 100 * Math.Log2(13 / 11.0)],
        Computed.Plots("chop", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenNothingMoved() => Sheet.AssertSame(
        [double.NaN, double.NaN],
        Computed.OverCloses("chop", [5, 5], 2));
}
