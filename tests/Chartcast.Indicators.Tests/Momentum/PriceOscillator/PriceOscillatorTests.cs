using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.PriceOscillator;

public sealed class PriceOscillatorTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 50, -20],
        Computed.OverCloses("price_oscillator", [1, 3, 2], 1, 2));
}
