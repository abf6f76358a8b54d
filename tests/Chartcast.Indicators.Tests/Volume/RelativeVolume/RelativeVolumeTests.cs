using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.RelativeVolume;

public sealed class RelativeVolumeTests
{
    [Fact]
    public void Compute_ComparesDailyBarsWithTheBarsBefore() =>
        Assert.Equal(
            [double.NaN, double.NaN, 2, 0.5],
            Computed.Plots("rvol", Quotes.Closes((1, 10), (1, 30), (1, 40), (1, 17.5)), 2)[0].Values);

    // Two bars a day in New York, at 10 and 11 o'clock, on either side of the change to summer time on 10 March 2024.
    [Theory]
    [InlineData(0, new[] { double.NaN, double.NaN, 2, 60 / 40.0 })]
    [InlineData(1, new[] { double.NaN, double.NaN, 2, 40 / 30.0 })]
    public void Compute_ComparesTheSameTimeOfTheExchangesDay(int mode, double[] expected)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        Bar[] bars =
        [
            At(new DateTime(2024, 3, 8, 15, 0, 0), 10), At(new DateTime(2024, 3, 8, 16, 0, 0), 30),
            At(new DateTime(2024, 3, 11, 14, 0, 0), 20), At(new DateTime(2024, 3, 11, 15, 0, 0), 40),
        ];
        var series = new BarSeries(BarInterval.Parse("1h"), bars, zone);
        Sheet.AssertSame(expected, Computed.Plots("rvol", series, 1, mode)[0].Values);
    }

    [Fact]
    public void Compute_IsMissing_WhenEarlierSessionsTradedNothing() =>
        Assert.Equal([double.NaN, double.NaN], Computed.Plots("rvol", Quotes.Closes((1, 0), (1, 5)), 1)[0].Values);

    private static Bar At(DateTime utc, double volume) =>
        new((long)(utc - DateTime.UnixEpoch).TotalMilliseconds, 1, 1, 1, 1, volume);
}
