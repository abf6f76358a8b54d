using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Stochastic;

public sealed class StochasticTests
{
    [Fact]
    public void K_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 100, 500 / 9.0, 0],
        Computed.Plots("stoch", Quotes.Four, 2, 1, 2)[0].Values);

    [Fact]
    public void D_IsTheMeanOfK() => Sheet.AssertSame(
        [double.NaN, double.NaN, 700 / 9.0, 250 / 9.0],
        Computed.Plots("stoch", Quotes.Four, 2, 1, 2)[1].Values);

    [Fact]
    public void K_IsSmoothedByTheSecondInput() => Sheet.AssertSame(
        [double.NaN, double.NaN, 700 / 9.0, 250 / 9.0],
        Computed.Plots("stoch", Quotes.Four, 2, 2, 1)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenThereIsNoRange() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100],
        Computed.OverCloses("stoch", [5, 5, 6], 2));
}
