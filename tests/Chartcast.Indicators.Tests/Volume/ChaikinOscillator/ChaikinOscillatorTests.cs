using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.ChaikinOscillator;

public sealed class ChaikinOscillatorTests
{
    // Accumulation/distribution 50, 250, −150, −200; the mean of two is 150, then ⅔ of the newest counts.
    [Fact]
    public void Compute_IsFastMinusSlow() =>
        Sheet.AssertSame(
            [double.NaN, 100, -150 + 50, -200 + 150], Computed.Plots("adosc", Quotes.Four, 1, 2)[0].Values);
}
