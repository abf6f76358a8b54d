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

    [Fact]
    public void StartOf_IsNull_ForAll() => Assert.Null(ChartRange.StartOf("ALL", Newest, TimeZoneInfo.Utc));

    [Fact]
    public void StartOf_KnowsEveryName() =>
        Assert.All(ChartRange.Names, name => ChartRange.StartOf(name, Newest, TimeZoneInfo.Utc));
}
