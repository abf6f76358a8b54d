using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.AroonOscillator;

public sealed class AroonOscillatorTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100, -50],
        Computed.Plots("aroonosc", Quotes.Four, 2)[0].Values);
}
