using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Tests.Bars;

public sealed class PeriodClockTests
{
    [Theory]
    [InlineData(CalendarPeriod.Day, "2024-03-01", "2024-03-02")]
    [InlineData(CalendarPeriod.Week, "2024-03-03", "2024-03-04")]
    [InlineData(CalendarPeriod.Month, "2024-02-29", "2024-03-01")]
    [InlineData(CalendarPeriod.Quarter, "2024-03-31", "2024-04-01")]
    [InlineData(CalendarPeriod.Year, "2024-12-31", "2025-01-01")]
    [InlineData(CalendarPeriod.Decade, "2019-12-31", "2020-01-01")]
    [InlineData(CalendarPeriod.Century, "1999-12-31", "2000-01-01")]
    public void Begins_AtTheFirstBarOfThePeriod(CalendarPeriod period, string last, string first)
    {
        var clock = new PeriodClock(period, BarInterval.Parse("15m"), TimeZoneInfo.Utc);
        Assert.True(clock.Begins(At(last)));
        Assert.False(clock.Begins(At(last + "T23:45")));
        Assert.True(clock.Begins(At(first)));
        Assert.False(clock.Begins(At(first + "T00:15")));
    }

    [Fact]
    public void Begins_AtMidnightOfTheExchange_AlsoWhenClocksAreTurned()
    {
        TimeZoneInfo york = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var clock = new PeriodClock(CalendarPeriod.Day, BarInterval.Parse("1h"), york);
        bool[] begins =
        [
            .. Enumerable.Range(0, 60).Select(hour => clock.Begins(At("2024-03-09T00:00") + hour * 3_600_000L)),
        ];
        // 2024-03-10 had 23 hours there.
        Assert.Equal([0, 5, 29, 52], Enumerable.Range(0, 60).Where(hour => begins[hour]));
    }

    [Fact]
    public void Begins_AtEveryDailyBar_WhateverTheZone()
    {
        TimeZoneInfo york = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var clock = new PeriodClock(CalendarPeriod.Month, BarInterval.Day, york);
        Assert.True(clock.Begins(At("2024-02-29")));
        Assert.True(clock.Begins(At("2024-03-01")));
    }

    private static long At(string time) => DateTimeOffset
        .Parse(time + (time.Contains('T') ? "Z" : "T00:00Z"), System.Globalization.CultureInfo.InvariantCulture)
        .ToUnixTimeMilliseconds();
}
