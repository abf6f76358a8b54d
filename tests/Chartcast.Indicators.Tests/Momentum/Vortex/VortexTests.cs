using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Vortex;

public sealed class VortexTests
{
    [Fact]
    public void Plus_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 16 / 9.0, 10 / 13.0],
        Computed.Plots("vortex", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Minus_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 2 / 9.0, 12 / 13.0],
        Computed.Plots("vortex", Quotes.Four, 2)[1].Values);

    [Fact]
    public void Compute_IsMissing_WhenNothingMoved() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN],
        Computed.OverCloses("vortex", [5, 5, 5], 2));
}
