using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests;

public sealed class ChartRangeTests
{
    private static readonly DateTimeOffset Newest = new(2025, 3, 12, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1D", "2025-03-11T15:30:00Z")]
    [InlineData("5D", "2025-03-07T15:30:00Z")]
    [InlineData("1M", "2025-02-12T15:30:00Z")]
    [InlineData("6M", "2024-09-12T15:30:00Z")]
    [InlineData("5Y", "2020-03-12T15:30:00Z")]
    [InlineData("DTD", "2025-03-12T04:00:00Z")]
    [InlineData("WTD", "2025-03-10T04:00:00Z")]
    [InlineData("MTD", "2025-03-01T05:00:00Z")]
    [InlineData("YTD", "2025-01-01T05:00:00Z")]
    public void StartOf_CountsFromTheNewestBar_InTheZone(string name, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected),
        ChartRange.StartOf(name, Newest, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")));

    [Theory]
    [InlineData("1M", "2024-03-31T00:00:00Z", "2024-02-29T00:00:00Z")]
    [InlineData("1M", "2025-03-31T00:00:00Z", "2025-02-28T00:00:00Z")]
    [InlineData("3M", "2025-05-31T00:00:00Z", "2025-02-28T00:00:00Z")]
    [InlineData("6M", "2025-08-31T00:00:00Z", "2025-02-28T00:00:00Z")]
    [InlineData("1Y", "2024-02-29T00:00:00Z", "2023-02-28T00:00:00Z")]
    [InlineData("MTD", "2025-03-01T00:00:00Z", "2025-03-01T00:00:00Z")]
    [InlineData("YTD", "2025-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("WTD", "2025-03-09T23:59:59Z", "2025-03-03T00:00:00Z")]
    [InlineData("WTD", "2025-03-10T00:00:00Z", "2025-03-10T00:00:00Z")]
    public void StartOf_KeepsToTheCalendar_AtTheEndsOfMonths(string name, string newest, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected),
            ChartRange.StartOf(name, DateTimeOffset.Parse(newest), TimeZoneInfo.Utc));

    [Theory]
    // The clock is put forward at midnight: the day begins at one o'clock.
    [InlineData("DTD", "2025-09-07T15:00:00Z", "America/Santiago", "2025-09-07T04:00:00Z")]
    // The clock is put back at one o'clock to midnight, which then comes twice: the day begins with the first.
    [InlineData("DTD", "2025-11-02T15:00:00Z", "America/Havana", "2025-11-02T04:00:00Z")]
    [InlineData("WTD", "2025-03-30T12:00:00Z", "Europe/Berlin", "2025-03-23T23:00:00Z")]
    [InlineData("WTD", "2025-03-31T12:00:00Z", "Europe/Berlin", "2025-03-30T22:00:00Z")]
    public void StartOf_FindsTheFirstMomentOfADay_WhereClocksChange(
        string name, string newest, string zone, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected),
            ChartRange.StartOf(name, DateTimeOffset.Parse(newest), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void StartOf_IsNull_ForAll() => Assert.Null(ChartRange.StartOf("ALL", Newest, TimeZoneInfo.Utc));

    [Fact]
    public void StartOf_KnowsEveryName() =>
        Assert.All(ChartRange.Names, name => ChartRange.StartOf(name, Newest, TimeZoneInfo.Utc));
}
