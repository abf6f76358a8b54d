using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.KlingerOscillator;

public sealed class KlingerOscillatorTests
{
    // The first volume counts as negative, all others as positive, while prices never fall.
    [Fact]
    public void Compute_CountsTheFirstBarAsFallen_AndUnchangedOnesAsRisen()
    {
        double[] line = Computed.OverCloses("kvo", [.. Enumerable.Repeat(5.0, 60)]);
        Assert.Equal(54, Array.FindIndex(line, double.IsFinite));
        double fast = 32 / 34.0;
        for (int i = 34; i < 55; i++) fast += 2 / 35.0 * (1 - fast);
        Assert.Equal(fast - 53 / 55.0, line[54], 1e-12);
    }

    [Fact]
    public void Compute_BeginsItsSignalTwelveBarsLater() =>
        Assert.Equal(
            66, Array.FindIndex(Computed.Plots("klinger", OracleSeries.Find("daily")!)[1].Values, double.IsFinite));
}
