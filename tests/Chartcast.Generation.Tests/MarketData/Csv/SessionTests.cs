using System.Globalization;
using System.Text;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData.Csv;

/// <summary>Regular and extended sessions, and windows that lie in the past.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartcast-sessions-");
    private readonly CsvFolderFeed _feed;

    public SessionTests()
    {
        // Half-hours from 08:00 to 18:00 New York time on three days around the change of clocks.
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        foreach (string day in (string[])["2026-03-06", "2026-03-09", "2026-03-10"])
        {
            for (int minute = 8 * 60; minute < 18 * 60; minute += 30)
                text.Append(CultureInfo.InvariantCulture, $"{day} {minute / 60:00}:{minute % 60:00},1,2,1,2,5\n");
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "half.csv"), text.ToString());
        File.WriteAllText(Path.Combine(_folder.FullName, "plain.csv"), text.ToString());
        File.WriteAllText(Path.Combine(_folder.FullName, "night.csv"), text.ToString());
        File.WriteAllText(Path.Combine(_folder.FullName, "symbols.json"), """
            { "NASDAQ:XYZ": { "file": "half", "timezone": "America/New_York", "session": "0930-1600" },
              "NASDAQ:PLAIN": { "file": "plain", "timezone": "America/New_York" },
              "NASDAQ:NIGHT": { "file": "night", "timezone": "America/New_York", "session": "2000-2300" } }
            """);
        _feed = new CsvFolderFeed(_folder.FullName, new FakeTimeProvider(DateTimeOffset.Parse("2026-04-01T00:00:00Z")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("30m", TradingSession.Regular, 39)]
    [InlineData("30m", TradingSession.Extended, 60)]
    [InlineData("30m", null, 60)]
    [InlineData("1h", TradingSession.Regular, 21)]
    [InlineData("1D", TradingSession.Regular, 3)]
    public async Task ReadAsync_KeepsTheAskedSession(string interval, TradingSession? session, int expected)
    {
        MarketDataResult result = await ReadAsync("NASDAQ:XYZ", interval, session);
        Assert.Equal(expected, result.Series.Count);
        Assert.DoesNotContain(result.Warnings, static warning => warning.Contains("session"));
    }

    [Fact]
    public async Task ReadAsync_KeepsExactlyTheBarsBetweenOpenAndClose_InTheExchangesZone()
    {
        MarketDataResult result = await ReadAsync("NASDAQ:XYZ", "30m", TradingSession.Regular);
        Assert.Equal("America/New_York", result.Series.ExchangeZone.Id);
        TimeOnly[] times =
        [
            .. result.Series.OpenTimesMs.ToArray().Select(time => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(
                DateTimeOffset.FromUnixTimeMilliseconds(time), result.Series.ExchangeZone).DateTime)),
        ];
        Assert.Equal(new TimeOnly(9, 30), times.Min());
        Assert.Equal(new TimeOnly(15, 30), times.Max());
    }

    [Theory]
    [InlineData(TradingSession.Regular)]
    [InlineData(TradingSession.Extended)]
    public async Task ReadAsync_SaysSo_WhenNoSessionIsKnown(TradingSession session)
    {
        MarketDataResult result = await ReadAsync("NASDAQ:PLAIN", "30m", session);
        Assert.Equal(60, result.Series.Count);
        string warning = Assert.Single(result.Warnings, static warning => warning.Contains("session"));
        Assert.Contains("symbols.json", warning);
    }

    [Fact]
    public async Task ReadAsync_Fails_WhenTheSessionHasNoBars()
    {
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            () => ReadAsync("NASDAQ:NIGHT", "30m", TradingSession.Regular));
        Assert.Equal(ChartErrorCode.NoData, exception.Error.Code);
        Assert.Contains("extended", exception.Message);
    }

    [Fact]
    public async Task ReadAsync_MovesTheWindowIntoThePast()
    {
        MarketDataResult newest = await ReadAsync("NASDAQ:XYZ", "30m", null, count: 10);
        MarketDataResult shifted = await ReadAsync("NASDAQ:XYZ", "30m", null, count: 10, shift: 4);
        Assert.Equal(10, shifted.Series.Count);
        Assert.Equal(newest.Series.OpenTimesMs[5], shifted.Series.OpenTimesMs[9]);
        Assert.True(shifted.LastBarClosed);
    }

    [Fact]
    public async Task ReadAsync_ShowsLess_WhenTheWindowReachesTheFirstBar()
    {
        MarketDataResult shifted = await ReadAsync("NASDAQ:XYZ", "30m", null, count: 10, shift: 55);
        Assert.Equal(5, shifted.Series.Count);
    }

    [Fact]
    public async Task ReadAsync_Fails_WhenTheWindowLeavesTheData()
    {
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            () => ReadAsync("NASDAQ:XYZ", "30m", null, count: 10, shift: 60));
        Assert.Equal(ChartErrorCode.NoData, exception.Error.Code);
        Assert.Contains("shiftLeft", exception.Message);
        Assert.Contains("60", exception.Message);
    }

    private Task<MarketDataResult> ReadAsync(
        string symbol, string interval, TradingSession? session, int? count = null, int shift = 0) =>
        _feed.ReadAsync(
            new MarketDataQuery(Symbol.Parse(symbol), BarInterval.Parse(interval), count, 0, null, null)
            {
                Session = session, ShiftLeftBars = shift,
            },
            TestContext.Current.CancellationToken).AsTask();
}
