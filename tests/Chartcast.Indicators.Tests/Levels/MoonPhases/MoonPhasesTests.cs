using System.Globalization;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Levels.MoonPhases;

public sealed class MoonPhasesTests
{
    private const string MoonPhases = "Moon Phases";
    private const long MinuteMs = 60_000;
    private const double High = 2, Low = 1;

    /// <summary>Phases to the second, as the ephemeris XEphem has them.</summary>
    public static TheoryData<string, bool> Phases() => new()
    {
        { "1900-03-01T11:25:16Z", false },
        { "1950-11-09T23:25:26Z", false },
        { "1969-08-13T05:16:24Z", false },
        { "1977-02-18T03:36:52Z", false },
        { "1999-08-11T11:08:29Z", false },
        { "2000-01-06T18:13:39Z", false },
        { "2001-06-21T11:57:44Z", false },
        { "2010-07-11T19:40:27Z", false },
        { "2012-05-20T23:47:01Z", false },
        { "2017-08-21T18:30:10Z", false },
        { "2019-07-02T19:16:12Z", false },
        { "2020-06-21T06:41:26Z", false },
        { "2024-04-08T18:20:49Z", false },
        { "2025-08-23T06:06:28Z", false },
        { "2030-06-01T06:21:12Z", false },
        { "1900-06-13T03:38:35Z", true },
        { "1950-05-02T05:19:29Z", true },
        { "1969-07-29T02:44:59Z", true },
        { "1987-10-07T04:12:16Z", true },
        { "2000-02-19T16:26:41Z", true },
        { "2015-09-28T02:50:30Z", true },
        { "2018-01-31T13:26:45Z", true },
        { "2018-07-27T20:20:20Z", true },
        { "2022-05-16T04:14:07Z", true },
        { "2023-08-31T01:35:34Z", true },
        { "2024-04-23T23:48:56Z", true },
        { "2025-03-14T06:54:35Z", true },
        { "2030-12-09T22:40:19Z", true },
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public void Mark_IsAtTheMinuteOfThePhase(string moment, bool isFull)
    {
        long at = Ms(moment);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots(MoonPhases, Bars("1m", at / MinuteMs * MinuteMs, 40, -20));
        Assert.All(plots[isFull ? 0 : 1].Values, value => Assert.Equal(double.NaN, value));
        int bar = Array.FindIndex(plots[isFull ? 1 : 0].Values, double.IsFinite);
        Assert.InRange(bar, 19, 21);
        Assert.Equal(isFull ? Low : High, plots[isFull ? 1 : 0].Values[bar]);
        Assert.Equal(1, plots[isFull ? 1 : 0].Values.Count(double.IsFinite));
    }

    [Theory]
    [InlineData("1m", 31 * 24 * 60)]
    [InlineData("1h", 365 * 24)]
    [InlineData("1D", 3653)]
    [InlineData("1W", 521)]
    public void Marks_AreAsManyAsLunations_WhateverTheInterval(string interval, int count)
    {
        BarSeries bars = Bars(interval, Ms("2014-12-29T00:00:00Z"), count, 0);
        double days = count * (double)bars.Interval.NominalMs / TimeSpan.MillisecondsPerDay;
        Assert.All(
            Computed.Plots(MoonPhases, bars),
            plot => Assert.InRange(plot.Values.Count(double.IsFinite) - days / 29.530588861, -1.0, 1.0));
    }

    /// <summary>The Moon was full on Sunday, 2024-07-21.</summary>
    [Fact]
    public void Phase_WhileTheMarketIsClosed_BelongsToTheNextBar()
    {
        long friday = Ms("2024-07-19T00:00:00Z"), day = TimeSpan.MillisecondsPerDay;
        var bars = new BarSeries(
            BarInterval.Day, [Bar(friday - day), Bar(friday), Bar(friday + 3 * day), Bar(friday + 4 * day)]);
        Assert.Equal([double.NaN, double.NaN, Low, double.NaN], Computed.Plots(MoonPhases, bars)[1].Values);
    }

    /// <summary>May 2026 has two full moons, the first quarter of 2018 four; February 2018 had none.</summary>
    [Theory]
    [InlineData("2026-05-01T00:00:00Z", "1M", true)]
    [InlineData("2018-02-01T00:00:00Z", "1M", false)]
    [InlineData("2018-01-01T00:00:00Z", "3M", true)]
    public void Bar_OfMonths_HasOneMarkForAllPhasesOfAKind(string open, string interval, bool hasFull)
    {
        var bars = new BarSeries(BarInterval.Parse(interval), [Bar(Ms(open))]);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots(MoonPhases, bars);
        Assert.Equal([High], plots[0].Values);
        Assert.Equal([hasFull ? Low : double.NaN], plots[1].Values);
    }

    private static BarSeries Bars(string interval, long openMs, int count, int first)
    {
        BarInterval parsed = BarInterval.Parse(interval);
        return new BarSeries(
            parsed, [.. Enumerable.Range(first, count).Select(i => Bar(openMs + i * parsed.NominalMs))]);
    }

    private static Bar Bar(long openMs) => new(openMs, 1.5, High, Low, 1.5, 1);

    private static long Ms(string moment) =>
        DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
