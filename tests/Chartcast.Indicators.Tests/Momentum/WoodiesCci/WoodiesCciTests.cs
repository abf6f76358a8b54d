using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.WoodiesCci;

public sealed class WoodiesCciTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100, 0],
        Computed.OverCloses("woodies_cci", [1, 2, 6, 4], 3, 2));

    [Fact]
    public void ColorIndexes_TurnAfterFiveColumnsOnOneSide() => Assert.Equal(
        [0, 0, 0, 0, 0, 0, 1, 1, 1, 0],
        Computed.Plots("woodies_cci", Computed.Flat([1, 2, 3, 4, 5, 6, 7, 6, 5, 6]), 2, 2)[0].ColorIndexes!);
}
