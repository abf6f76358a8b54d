using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.ForceIndex;

public sealed class ForceIndexTests
{
    // Changes 4, 1, −7 times volumes.
    [Fact]
    public void Compute_IsChangeTimesVolume() =>
        Sheet.AssertSame([double.NaN, 800, 400, -350], Computed.Plots("efi", Quotes.Four, 1)[0].Values);

    [Fact]
    public void Compute_HoldsItsMean_WhereTheVolumeIsNotKnown() =>
        Sheet.AssertSame(
            [double.NaN, 10, 10, 30],
            Computed.Plots("efi", Quotes.Closes((1, 1), (2, 10), (3, double.NaN), (4, 30)), 1)[0].Values);
}
