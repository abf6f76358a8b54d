using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.VariableAccumulation;

public sealed class VariableAccumulationTests
{
    // Bodies over ranges ¼, 1, −½, −⅞.
    [Fact]
    public void Compute_WeightsVolumesByBodies() =>
        Sheet.AssertSame([25, 200, -200, -43.75], Computed.Plots("wvad", Quotes.Four)[0].Values);

    [Fact]
    public void Compute_SumsOverItsLength() =>
        Sheet.AssertSame([double.NaN, 225, 0, -243.75], Computed.Plots("wvad", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_CountsBarsWithoutRangeAs0() => Assert.Equal([0], Computed.OverCloses("wvad", [5]));
}
