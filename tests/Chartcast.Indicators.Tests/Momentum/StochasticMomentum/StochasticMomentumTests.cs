using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.StochasticMomentum;

public sealed class StochasticMomentumTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 100, 100 / 9.0, -100],
        Computed.Plots("smi", Quotes.Four, 2, 1, 1)[0].Values);
}
