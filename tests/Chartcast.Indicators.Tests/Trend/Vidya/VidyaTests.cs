using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Vidya;

public sealed class VidyaTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 11 / 6.0, 11 / 6.0],
        Computed.OverCloses("vidya", [1, 2, 1.5, 2], 1, 2));

    [Fact]
    public void Compute_Holds_WhenNothingMoves() => Assert.Equal(
        [double.NaN, double.NaN, 5, 5],
        Computed.OverCloses("vidya", [5, 5, 5, 5], 9, 2));
}
