using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.RankCorrelation;

public sealed class RankCorrelationTests
{
    [Theory]
    [InlineData(1, 2, 3, 100)]
    [InlineData(1, 3, 2, 50)]
    [InlineData(3, 2, 1, -100)]
    [InlineData(1, 2, 2, 86.602540378443865)]
    [InlineData(2, 2, 2, 0)]
    public void Compute_IsHandChecked(double first, double second, double third, double expected) => Sheet.AssertSame(
        [double.NaN, double.NaN, expected], Computed.OverCloses("rci", [first, second, third], 3));
}
