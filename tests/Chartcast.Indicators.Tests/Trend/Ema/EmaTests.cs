using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Ema;

public sealed class EmaTests
{
    [Theory]
    [InlineData("oakscriptjs", 0)]
    [InlineData("lightweight", 0)]
    [InlineData("tradingsignals_tail", 80)]
    public void Compute_EqualsWorkedSheet(string oracle, int from) => Sheet.AssertSame(
        Sheet.Read("Trend/Ema/Ema.csv")[oracle],
        Computed.Plots("ema", Sheet.ReadBars(), 9)[0].Values, from, from == 0 ? 1e-9 : 1e-6);

    [Fact]
    public void Compute_SeedsWithTheMean() => Assert.Equal(
        [double.NaN, double.NaN, 2, 3, 5.5],
        Computed.OverCloses("ema", [1, 2, 3, 4, 8], 3));
}
