using Chartcast.Charting.Composing;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Models;

public sealed class FutureTimesTests
{
    [Fact]
    public void Days_GoOnWithoutWeekends()
    {
        // The last of ten weekdays from Tuesday, 2 January is Monday, 15 January.
        DateTime[] dates = Times(TestSeries.Daily(10), 12);
        Assert.Equal(new DateTime(2024, 1, 16), dates[0]);
        Assert.Equal(new DateTime(2024, 1, 31), dates[^1]);
        Assert.DoesNotContain(dates, date => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    [Fact]
    public void Sessions_GoOnWithoutNights()
    {
        BarSeries bars = TestSeries.Sessions(8);
        DateTime[] times = Times(bars, 60);
        Assert.All(times, time => Assert.InRange(time.TimeOfDay.TotalHours, 13.5, 20.75));
        Assert.DoesNotContain(times, time => time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(times.Distinct().Order(), times);
    }

    [Fact]
    public void Months_AreCalendarMonths() => Assert.Equal(
        Enumerable.Range(1, 12).Select(month => new DateTime(2024, 1, 1).AddMonths(month)),
        Times(new BarSeries(BarInterval.Parse("1M"), [new Bar(TestSeries.Utc(2024, 1, 1), 1, 2, 0.5, 1.5, 7)]), 12));

    [Fact]
    public void FewBars_GoOnByTheirInterval() => Assert.Equal(
        TestSeries.Utc(2024, 1, 2, 14, 0),
        Chart(TestSeries.Intraday("1h", TestSeries.Utc(2024, 1, 2, 0), 4), 11).FutureTimes[^1]);

    [Theory]
    [InlineData("candlestick", 9)]
    [InlineData("renko", 40)]
    public void Slots_StayWithoutTimes_WhenFewOrOfBricks(string style, int free)
    {
        Assert.True(ChartStyles.TryParse(style, out ChartStyle parsed));
        Assert.Empty(Chart(TestSeries.Daily(200), free, parsed).FutureTimes);
    }

    [Fact]
    public void TheEndOfTime_IsNoFault()
    {
        var last = new DateTimeOffset(9999, 12, 1, 0, 0, 0, TimeSpan.Zero);
        var bars = new BarSeries(
            BarInterval.Parse("1M"), [new Bar(last.ToUnixTimeMilliseconds(), 1, 2, 0.5, 1.5, 7)]);
        Assert.NotNull(Chart(bars, 40));
    }

    private static DateTime[] Times(BarSeries bars, int free) =>
        [.. Chart(bars, free).FutureTimes.Select(ms => DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime)];

    private static Chart Chart(BarSeries bars, int free, ChartStyle style = ChartStyle.Candlestick) =>
        ChartComposer.Compose(
            TestSpecs.Daily() with { Interval = bars.Interval, FreeSlots = free, Style = style }, bars).Model!;
}
