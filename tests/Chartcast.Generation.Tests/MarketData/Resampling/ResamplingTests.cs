using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Resampling;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.MarketData.Resampling;

public sealed class ResamplingTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-03-08T01:59", "2026-03-08T06:59Z")]
    [InlineData("2026-03-08T02:30", "2026-03-08T07:30Z")]
    [InlineData("2026-03-08T03:00", "2026-03-08T07:00Z")]
    [InlineData("2026-11-01T01:30", "2026-11-01T05:30Z")]
    [InlineData("2026-11-01T02:00", "2026-11-01T07:00Z")]
    [InlineData("2026-07-01T09:30", "2026-07-01T13:30Z")]
    public void ZoneClock_FollowsChangesOfClocks(string wall, string utc) =>
        Assert.Equal(Ms(utc), new ZoneClock(NewYork).ToUtc(Ms(wall + "Z")));

    [Fact]
    public void ZoneClock_TakesTheLaterOfTwo_WhenTimesHavePassedTheFirst()
    {
        var clock = new ZoneClock(NewYork);
        Assert.Equal(Ms("2026-11-01T05:30Z"), clock.ToUtc(Ms("2026-11-01T01:30Z")));
        Assert.Equal(Ms("2026-11-01T06:00Z"), clock.ToUtc(Ms("2026-11-01T01:00Z")));
        Assert.Equal(Ms("2026-11-01T06:30Z"), clock.ToUtc(Ms("2026-11-01T01:30Z")));
    }

    [Fact]
    public void ZoneClock_GoesThereAndBack_ForAWholeYear()
    {
        var there = new ZoneClock(NewYork);
        var back = new ZoneClock(NewYork);
        for (long utc = Ms("2026-01-01T00:00Z"); utc < Ms("2027-01-01T00:00Z"); utc += 1_800_000)
            Assert.Equal(utc, back.ToUtc(there.ToLocal(utc)));
    }

    [Fact]
    public void Join_CountsFourHoursFromTheOpen()
    {
        Bar[] bars = [.. Enumerable.Range(0, 390).Select(i => Minute("2026-01-05T14:30Z", i))];
        Bar[] joined = Join(bars, "4h");
        Assert.Equal([Ms("2026-01-05T14:30Z"), Ms("2026-01-05T18:30Z")], joined.Select(bar => bar.OpenTimeMs));
        Assert.Equal([240, 150], joined.Select(bar => bar.Volume));
        Assert.Equal(7, Join(bars, "1h").Length);
    }

    [Fact]
    public void Join_GivesMonthsAndWeeksAndPairsOfTradingDays()
    {
        Bar[] days =
        [
            .. Enumerable.Range(0, 90).Select(i => Day(Ms("2026-01-01T00:00Z") + i * ZoneClock.DayMs))
                .Where(bar => DateTimeOffset.FromUnixTimeMilliseconds(bar.OpenTimeMs).DayOfWeek
                    is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        ];
        Assert.Equal([Ms("2026-01-01T00:00Z"), Ms("2026-02-01T00:00Z"), Ms("2026-03-01T00:00Z")], Times(days, "1M"));
        Assert.Equal(Ms("2025-12-29T00:00Z"), Times(days, "1W")[0]);
        Assert.Equal(Ms("2026-01-01T00:00Z"), Times(days, "1Y")[0]);
        Bar[] pairs = Join(days, "2D", BaseInterval.Day);
        Assert.All(pairs.Skip(1).SkipLast(1), pair => Assert.Equal(2, pair.Volume));
        Assert.All(Join(days, "3D", BaseInterval.Day).Skip(1).SkipLast(1), triple => Assert.Equal(3, triple.Volume));
    }

    [Fact]
    public void BaseInterval_OffersMultiplesOnly()
    {
        Assert.Equal("5m 15m 30m 45m 1h", string.Join(' ', new BaseInterval(300, 0, 0).Available().Take(5)));
        Assert.Equal(["1W"], new BaseInterval(0, 7, 0).Available());
        Assert.Equal(["3M", "6M", "1Y"], new BaseInterval(0, 0, 3).Available());
    }

    [Fact]
    public void GapCount_CountsHolesInsideSessionsOnly()
    {
        Bar[] bars =
        [
            .. Enumerable.Range(0, 5).SelectMany(day => Enumerable.Range(0, 390)
                .Where(i => day != 2 || i is < 100 or >= 103)
                .Select(i => Minute($"2026-01-{5 + day:00}T14:30Z", i))),
        ];
        SessionProfile session = SessionProfile.Detect(bars, new BaseInterval(60, 0, 0), NewYork);
        Assert.Equal((9.5 * 3_600_000, 16 * 3_600_000.0), (session.OpenMs, session.CloseMs));
        Assert.Equal(3, GapCount.Count(bars, BarInterval.Parse("1m"), session, NewYork));
    }

    [Fact]
    public void GapCount_TakesShortClosuresForHolidays()
    {
        long monday = Ms("2026-01-05T00:00Z");
        Bar[] Days(params int[] days) => [.. days.Select(day => Day(monday + day * ZoneClock.DayMs))];
        var weekdays = new SessionProfile(0, 0, 0b0111110);
        Assert.Equal(0, GapCount.Count(Days(0, 1, 3, 4, 7), BarInterval.Day, weekdays, TimeZoneInfo.Utc));
        Assert.Equal(5, GapCount.Count(Days(0, 1, 9, 10), BarInterval.Day, weekdays, TimeZoneInfo.Utc));
        SessionProfile always = SessionProfile.AroundTheClock;
        Assert.Equal(1, GapCount.Count(Days(0, 1, 3, 4), BarInterval.Day, always, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData(2, 179.369995, 358.75, 349.23999)]
    [InlineData(6, 0.009494999, 0.009869999, 0.00945)]
    [InlineData(5, 1.10123, 1.10124, 1.1012)]
    [InlineData(2, 93120.12, 93120.1, 93120.33)]
    [InlineData(0, 4120, 4125, 4119)]
    [InlineData(8, 0.00001234, 0.00001235, 0.00001233)]
    public void PriceDecimals_SeeThroughNoise(int expected, double a, double b, double c) => Assert.Equal(
        expected, PriceDecimals.Of([new Bar(0, a, b, c, a, 0), new Bar(1, b, b, c, c, 0)]));

    private static Bar[] Join(Bar[] bars, string interval, BaseInterval? source = null)
    {
        BaseInterval from = source ?? new BaseInterval(60, 0, 0);
        TimeZoneInfo zone = source is null ? NewYork : TimeZoneInfo.Utc;
        return BarResampler.Join(
            bars, new BucketClock(BarInterval.Parse(interval), from, zone, SessionProfile.Detect(bars, from, zone)));
    }

    private static long[] Times(Bar[] days, string interval) =>
        [.. Join(days, interval, BaseInterval.Day).Select(bar => bar.OpenTimeMs)];

    private static Bar Minute(string start, int minute) => new(Ms(start) + minute * 60_000L, 1, 2, 1, 2, 1);

    private static Bar Day(long timeMs) => new(timeMs, 1, 2, 1, 2, 1);

    private static long Ms(string time) => DateTimeOffset.Parse(time).ToUnixTimeMilliseconds();
}
