using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.WilliamsAccumulation;

public sealed class WilliamsAccumulationTests
{
    // 15 − 11 up; 16 − 15 up (the close before is the true low); 9 − 17 down.
    [Fact]
    public void Compute_SumsDistancesFromTrueLowsAndHighs() =>
        Sheet.AssertSame([double.NaN, 4, 5, -3], Computed.Plots("wad", Quotes.Four)[0].Values);

    [Fact]
    public void Compute_AddsNothing_WhereTheCloseStays() =>
        Assert.Equal([double.NaN, 0], Computed.OverCloses("williams_ad", [5, 5]));
}
