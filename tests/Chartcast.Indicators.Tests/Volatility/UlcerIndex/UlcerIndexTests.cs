using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.UlcerIndex;

public sealed class UlcerIndexTests
{
    // Falls from the higher of two closes: 0, 50 %, 0; root mean squares of two.
    [Fact]
    public void Compute_IsTheRootMeanSquareOfFalls() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, Math.Sqrt(1250), Math.Sqrt(1250)],
            Computed.OverCloses("ulcer", [5, 8, 4, 6], 2));

    [Fact]
    public void Compute_Is0_WhileTheCloseRises() =>
        Assert.Equal([double.NaN, double.NaN, 0, 0], Computed.OverCloses("ulcer", [1, 2, 3, 4], 2));
}
