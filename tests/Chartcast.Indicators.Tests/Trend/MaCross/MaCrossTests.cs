using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.MaCross;

public sealed class MaCrossTests
{
    [Fact]
    public void Compute_MarksWhereTheShortLinePassesTheLongOne() => Assert.Equal(
        [double.NaN, double.NaN, double.NaN, 2, double.NaN, 3],
        Computed.Plots("ma_cross", Computed.Flat([1, 2, 3, 2, 1, 3]), 1, 2)[2].Values);

    [Fact]
    public void Compute_MarksNoTouch() => Assert.All(
        Computed.Plots("ma_cross", Computed.Flat([1, 2, 2, 3]), 1, 2)[2].Values,
        value => Assert.Equal(double.NaN, value));
}
