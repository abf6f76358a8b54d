using Chartcast.Charting.Models;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Models;

public sealed class TimeTicksTests
{
    [Theory]
    [InlineData(2024, 1, 1, 0, 0, TimeWeights.Year)]
    [InlineData(2023, 12, 1, 0, 0, TimeWeights.Month)]
    [InlineData(2023, 11, 21, 0, 0, TimeWeights.Day)]
    [InlineData(2023, 11, 20, 12, 0, TimeWeights.HalfDay)]
    [InlineData(2023, 11, 20, 6, 0, TimeWeights.SixHours)]
    [InlineData(2023, 11, 20, 3, 0, TimeWeights.ThreeHours)]
    [InlineData(2023, 11, 20, 1, 0, TimeWeights.Hour)]
    [InlineData(2023, 11, 20, 0, 30, TimeWeights.HalfHour)]
    [InlineData(2023, 11, 20, 0, 5, TimeWeights.FiveMinutes)]
    [InlineData(2023, 11, 20, 0, 1, TimeWeights.Minute)]
    public void Weight_IsTheGreatestDivisionThatChanged(
        int year, int month, int day, int hour, int minute, byte expected)
    {
        long time = TestSeries.Utc(year, month, day, hour, minute);
        Assert.Equal(expected, TimeWeights.Of(time, time - TestSeries.MinuteMs));
    }

    [Fact]
    public void Weight_IsRightBefore1970()
    {
        long midnight = TestSeries.Utc(1969, 12, 31);
        Assert.Equal(TimeWeights.Day, TimeWeights.Of(midnight, midnight - 1));
        Assert.Equal(TimeWeights.Minute, TimeWeights.Of(midnight + 61_000, midnight + 59_000));
    }

    [Theory]
    [InlineData("America/New_York", "1h", 2026, 3, 7, 5)]
    [InlineData("America/New_York", "1h", 2026, 10, 31, 4)]
    [InlineData("America/New_York", "15m", 2026, 10, 31, 4)]
    [InlineData("America/New_York", "5m", 2026, 11, 1, 4)]
    [InlineData("Europe/London", "30m", 2026, 3, 28, 0)]
    [InlineData("Europe/London", "30m", 2026, 10, 24, 23)]
    [InlineData("Europe/London", "1m", 2026, 10, 24, 23)]
    [InlineData("Australia/Lord_Howe", "15m", 2026, 4, 4, 0)]
    [InlineData("America/Havana", "30m", 2026, 10, 31, 12)]
    public void NoLocalTimeIsMarkedTwice_AcrossDaylightSaving(
        string zone, string interval, int year, int month, int day, int hour)
    {
        BarSeries bars = TestSeries.Intraday(interval, TestSeries.Utc(year, month, day, hour), 288);
        var clock = new ChartClock(bars.Interval, TimeZoneInfo.FindSystemTimeZoneById(zone));
        // Slots so wide that every bar could be labelled.
        TimeScale scale = TimeScale.Fit(0, bars.Count, bars.Count * 100, 1);
        List<TimeMark> marks = TimeTicks.Find(bars, scale, clock, 80);
        HashSet<long> seen = [];
        foreach (TimeMark mark in marks) Assert.True(seen.Add(clock.LocalMs(bars.OpenTimesMs[mark.Index])));
        Assert.True(marks.Count > 200, $"only {marks.Count} marks");
    }

    [Fact]
    public void SpringForward_LabelsJumpOverTheMissingHour()
    {
        // 2026-03-08 in New York: after 01:00 EST (06:00 UTC) comes 03:00 EDT.
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2026, 3, 8, 5), 6);
        Assert.Equal(["8 Mar", "01:00", "03:00", "04:00", "05:00", "06:00"], LabelsOf(bars, "America/New_York"));
    }

    [Fact]
    public void TimesOfOneDay_BeginWithItsDate()
    {
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2026, 3, 12, 14), 4);
        Assert.Equal(["12 Mar", "17:00"], LabelsOf(bars, "Etc/UTC"));
    }

    [Fact]
    public void FallBack_TheRepeatedHourHasOneLabel()
    {
        // 2026-11-01 in New York: 01:00 EDT (05:00 UTC), then 01:00 EST (06:00 UTC).
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2026, 11, 1, 4), 6);
        Assert.Equal(["Nov", "01:00", "02:00", "03:00", "04:00"], LabelsOf(bars, "America/New_York"));
    }

    [Fact]
    public void FallBack_InLondon_TheRepeatedHourHasOneLabel()
    {
        // 2026-10-25 in London: 01:00 BST (00:00 UTC), then 01:00 GMT (01:00 UTC).
        BarSeries bars = TestSeries.Intraday("30m", TestSeries.Utc(2026, 10, 24, 23), 8);
        Assert.Equal(["25 Oct", "00:30", "01:00", "01:30", "02:00", "02:30"], LabelsOf(bars, "Europe/London"));
    }

    [Fact]
    public void DailyBars_AreDatesWhateverTheZone()
    {
        BarSeries bars = TestSeries.Daily(60);
        var clock = new ChartClock(BarInterval.Day, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        Assert.False(clock.IsIntraday);
        Assert.Equal(bars.OpenTimesMs[3], clock.LocalMs(bars.OpenTimesMs[3]));
    }

    [Fact]
    public void Marks_KeepTheirDistanceAndPreferGreaterDivisions()
    {
        BarSeries bars = TestSeries.Daily(300);
        var clock = new ChartClock(BarInterval.Day, TimeZoneInfo.Utc);
        TimeScale scale = TimeScale.Fit(0, bars.Count, 800, 1);
        List<TimeMark> marks = TimeTicks.Find(bars, scale, clock, 80);
        for (int i = 1; i < marks.Count; i++)
            Assert.True((marks[i].Index - marks[i - 1].Index) * scale.SpacingPx >= 80 - 1e-9);
        Assert.Contains(marks, mark => mark.Weight == TimeWeights.Year);
        Assert.True(marks.Count >= 5);
    }

    [Theory]
    [InlineData(TimeWeights.Year, "2026")]
    [InlineData(TimeWeights.Month, "Feb")]
    [InlineData(TimeWeights.Day, "5")]
    [InlineData(TimeWeights.Hour, "09:30")]
    public void Label_FollowsTheWeight(byte weight, string expected)
    {
        Span<char> text = stackalloc char[16];
        long time = TestSeries.Utc(2026, 2, 5, 9, 30);
        Assert.Equal(expected, new string(text[..TimeTicks.WriteLabel(new TimeMark(0, weight), time, true, text)]));
    }

    [Theory]
    [InlineData(TimeWeights.Month, TimeWeights.Month)]
    [InlineData(TimeWeights.SixHours, TimeWeights.Hour)]
    [InlineData(TimeWeights.Day, TimeWeights.Day)]
    [InlineData(TimeWeights.HalfHour, TimeWeights.HalfHour)]
    public void BoldFrom_IsTheGreatestWeight_OrAllHours(byte greatest, byte expected) =>
        Assert.Equal(expected, TimeTicks.BoldFrom([new TimeMark(0, TimeWeights.Minute), new TimeMark(1, greatest)]));

    private static string[] LabelsOf(BarSeries bars, string zone)
    {
        var clock = new ChartClock(bars.Interval, TimeZoneInfo.FindSystemTimeZoneById(zone));
        TimeScale scale = TimeScale.Fit(0, bars.Count, bars.Count * 200, 1);
        Span<char> text = stackalloc char[16];
        List<string> labels = [];
        foreach (TimeMark mark in TimeTicks.Find(bars, scale, clock, 80))
        {
            long local = clock.LocalMs(bars.OpenTimesMs[mark.Index]);
            labels.Add(new string(text[..TimeTicks.WriteLabel(mark, local, clock.IsIntraday, text)]));
        }

        return [.. labels];
    }
}
