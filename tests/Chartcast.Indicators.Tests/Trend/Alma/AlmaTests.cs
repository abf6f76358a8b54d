using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Alma;

public sealed class AlmaTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        double edge = Math.Exp(-0.5);
        Sheet.AssertSame(
            [double.NaN, double.NaN, (2 + 7 * edge) / (1 + 2 * edge)],
            Computed.OverCloses("alma", [1, 2, 6], 3, 0.5, 3));
    }

    [Theory]
    [InlineData(0.85, 0, 3)]
    [InlineData(0.5, 100_000, 2)]
    [InlineData(100_000, 6, 6)]
    [InlineData(-100_000, -6, 1)]
    public void Compute_StaysDefined_AtTheEndsOfTheRanges(double offset, double sigma, double expected) =>
        Assert.Equal(expected, Computed.OverCloses("alma", [1, 2, 6], 3, offset, sigma)[2], 1e-9);
}
