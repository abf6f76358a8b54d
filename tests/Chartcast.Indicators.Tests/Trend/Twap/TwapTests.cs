using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Twap;

public sealed class TwapTests
{
    [Fact]
    public void Compute_IsTheMeanSinceTheDayBegan()
    {
        const long Hour = 3_600_000;
        Bar[] bars =
        [
            new(22 * Hour, 1, 4, 1, 2, 0), new(23 * Hour, 4, 4, 4, 4, double.NaN), new(24 * Hour, 9, 9, 9, 9, 1),
        ];
        Assert.Equal([2, 3, 9], Computed.Plots("twap", new BarSeries(BarInterval.Parse("1h"), bars))[0].Values);
    }
}
