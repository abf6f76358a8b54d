using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.VolumeOscillator;

public sealed class VolumeOscillatorTests
{
    [Fact]
    public void Compute_IsPercentOfTheLongMean() =>
        Sheet.AssertSame(
            [double.NaN, 100 * (30 - 20) / 20.0], Computed.Plots("vo", Quotes.Closes((1, 10), (1, 30)), 1, 2)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenNothingWasTraded() =>
        Assert.Equal(
            [double.NaN, double.NaN], Computed.Plots("vo", Quotes.Closes((1, 0), (1, 0)), 1, 1)[0].Values);
}
