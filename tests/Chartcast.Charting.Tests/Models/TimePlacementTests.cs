using Chartcast.Charting.Models;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Models;

public sealed class TimePlacementTests
{
    [Theory]
    [InlineData("2024-01-02", 0)]
    [InlineData("2024-01-05", 3)]
    [InlineData("2024-01-05T21:00:00Z", 3)]
    [InlineData("2024-01-05T23:00:00-05:00", 3)]
    [InlineData("2024-01-06", 3 + 1.0 / 3)]
    [InlineData("2024-01-07T12:00:00Z", 3 + 2.0 / 3)]
    [InlineData("2024-01-08", 4)]
    public void SlotOf_IsTheBarOfTheDateAsWritten_OnDailyBars(string time, double slot) =>
        Assert.Equal(slot, Slot(TestSeries.Daily(20), "UTC", time), 9);

    [Fact]
    public void SlotOf_GoesOnByWeekdays_WhenBarsHaveNoWeekends()
    {
        // Twenty weekdays from Tuesday 2024-01-02 end on Monday 2024-01-29.
        BarSeries bars = TestSeries.Daily(20);

        Assert.Equal(20, Slot(bars, "UTC", "2024-01-30"), 9);
        Assert.Equal(24, Slot(bars, "UTC", "2024-02-05"), 9);
        Assert.Equal(19 + 5 * 10, Slot(bars, "UTC", "2024-04-08"), 9);
        Assert.Equal(-1, Slot(bars, "UTC", "2024-01-01"), 9);
        Assert.Equal(-5, Slot(bars, "UTC", "2023-12-26"), 9);
    }

    [Fact]
    public void SlotOf_GoesOnByTheInterval_WhenThereIsNoWholeWeek()
    {
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2024, 5, 1, 10), 24);

        Assert.Equal(0.5, Slot(bars, "UTC", "2024-05-01T10:30:00Z"), 9);
        Assert.Equal(25, Slot(bars, "UTC", "2024-05-02T11:00:00Z"), 9);
        Assert.Equal(-10, Slot(bars, "UTC", "2024-05-01"), 9);
    }

    [Fact]
    public void SlotOf_RepeatsTheLastWeek_WhereNightsAreLeftOut()
    {
        BarSeries bars = Sessions(sessions: 8);
        int perDay = bars.Count / 8;

        // The eighth session is Wednesday 2024-05-08; the next begins a day later at its open.
        Assert.Equal(bars.Count, Slot(bars, "UTC", "2024-05-09T14:00:00Z"), 6);
        Assert.Equal(bars.Count + perDay, Slot(bars, "UTC", "2024-05-10T14:00:00Z"), 6);
    }

    [Fact]
    public void SlotOf_LiesBetweenTheNeighbours_InsideAGap()
    {
        BarSeries bars = Sessions(sessions: 2);
        int perDay = bars.Count / 2;

        Assert.InRange(Slot(bars, "UTC", "2024-04-30T03:00:00Z"), perDay - 1 + 0.01, perDay - 0.01);
    }

    [Theory]
    [InlineData("2026-03-08T03:00:00-04:00", 2)]
    [InlineData("2026-03-08T01:00:00-05:00", 1)]
    [InlineData("2026-03-08", 0)]
    public void SlotOf_KnowsWhenTheClockIsPutForward(string time, double slot)
    {
        // Midnight in New York is 05:00 UTC; 02:00 does not exist that night.
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2026, 3, 8, 5), 12);

        Assert.Equal(slot, Slot(bars, "America/New_York", time), 9);
    }

    [Theory]
    [InlineData("2026-11-01", 0)]
    [InlineData("2026-11-01T01:00:00-04:00", 1)]
    [InlineData("2026-11-01T01:00:00-05:00", 2)]
    [InlineData("2026-11-02", 25)]
    public void SlotOf_KnowsWhenTheClockIsPutBack(string time, double slot)
    {
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2026, 11, 1, 4), 30);

        Assert.Equal(slot, Slot(bars, "America/New_York", time), 9);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31")]
    public void SlotOf_IsFiniteAndInOrder_ForAllTimes(string time)
    {
        foreach (string interval in new[] { "1m", "1D", "1W", "1M" })
        {
            BarSeries bars = TestSeries.Intraday(interval, TestSeries.Utc(2024, 1, 1), 30);
            double slot = Slot(bars, "America/New_York", time);
            Assert.True(double.IsFinite(slot));
            Assert.True(time[0] == '0' ? slot < 0 : slot > bars.Count);
        }
    }

    [Fact]
    public void SlotOf_NeverGoesBack_AsTimeGoesOn()
    {
        BarSeries bars = Sessions(sessions: 12);
        var places = new TimePlacement(bars, new ChartClock(bars.Interval, TimeZoneInfo.Utc));
        double previous = double.NegativeInfinity;
        for (long ms = bars.OpenTimesMs[0] - 30 * TestSeries.DayMs;
            ms < bars.OpenTimesMs[^1] + 30 * TestSeries.DayMs;
            ms += 17 * TestSeries.MinuteMs)
        {
            double slot = places.SlotOf(ms);
            Assert.True(slot >= previous);
            previous = slot;
        }
    }

    [Fact]
    public void BarSlotOf_IsTheBarThatATimeFallsInto()
    {
        BarSeries bars = TestSeries.Intraday("4h", TestSeries.Utc(2024, 5, 1), 24);
        var places = new TimePlacement(bars, new ChartClock(bars.Interval, TimeZoneInfo.Utc));

        Assert.Equal(2, places.BarSlotOf(Time("2024-05-01T08:00:00Z")));
        Assert.Equal(2, places.BarSlotOf(Time("2024-05-01T11:59:00Z")));
    }

    /// <summary>Seven hourly bars on each weekday from Monday 2024-04-29 14:00 UTC.</summary>
    private static BarSeries Sessions(int sessions)
    {
        var bars = new List<Bar>();
        for (long day = TestSeries.Utc(2024, 4, 29, 14); sessions > 0; day += TestSeries.DayMs)
        {
            if (DateTimeOffset.FromUnixTimeMilliseconds(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            for (int hour = 0; hour < 7; hour++) bars.Add(new Bar(day + hour * TestSeries.HourMs, 1, 2, 0.5, 1.5, 10));
            sessions--;
        }

        return new BarSeries(BarInterval.Parse("1h"), bars);
    }

    private static double Slot(BarSeries bars, string zone, string time) =>
        new TimePlacement(bars, new ChartClock(bars.Interval, TimeZoneInfo.FindSystemTimeZoneById(zone)))
            .SlotOf(Time(time));

    private static DrawingTime Time(string text)
    {
        Assert.True(DrawingTime.TryParse(text, out DrawingTime time));
        return time;
    }
}
