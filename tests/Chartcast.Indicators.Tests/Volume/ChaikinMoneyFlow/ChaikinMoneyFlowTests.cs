using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.ChaikinMoneyFlow;

public sealed class ChaikinMoneyFlowTests
{
    [Fact]
    public void Compute_IsAShareOfTheVolume() =>
        Sheet.AssertSame(
            [double.NaN, 250 / 300.0, -200 / 600.0, -1], Computed.Plots("cmf", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhenNothingWasTraded() =>
        Assert.Equal(
            [double.NaN, double.NaN],
            Computed.Plots("cmf", Quotes.Daily((1, 3, 1, 2, 0), (1, 3, 1, 3, 0)), 2)[0].Values);
}
