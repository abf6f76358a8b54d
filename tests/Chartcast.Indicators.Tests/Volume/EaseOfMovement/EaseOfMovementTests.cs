using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.EaseOfMovement;

public sealed class EaseOfMovementTests
{
    // Middles 10, 13, 18, 13; ranges 4, 4, 4, 8.
    [Fact]
    public void Compute_DividesMovesByVolume() =>
        Sheet.AssertSame(
            [double.NaN, 100 * 3 * 4 / 200.0, 100 * 5 * 4 / 400.0, 100 * -5 * 8 / 50.0],
            Computed.Plots("eom", Quotes.Four, 100, 1)[0].Values);

    [Fact]
    public void Compute_IsMissing_WhereNothingWasTraded()
    {
        BarSeries bars = Quotes.Daily((1, 2, 1, 2, 5), (1, 2, 1, 2, 0), (1, 3, 1, 2, 5));
        Assert.Equal([double.NaN, double.NaN, 1], Computed.Plots("emv", bars, 5, 1)[0].Values);
    }
}
