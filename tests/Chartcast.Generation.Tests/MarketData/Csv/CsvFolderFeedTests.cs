using System.Text;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData.Csv;

public sealed class CsvFolderFeedTests : MarketDataFeedContract, IDisposable
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartcast-data-");

    public CsvFolderFeedTests()
    {
        Write("daily.csv", Header + string.Concat(Days(400)));
        Feed = new CsvFolderFeed(_folder.FullName, new FakeTimeProvider(DateTimeOffset.Parse("2026-03-04T00:00:00Z")));
    }

    protected override IMarketDataFeed Feed { get; }

    protected override Symbol Known { get; } = Symbol.Parse("FILE:daily");

    protected override bool KnowsEverySymbol => false;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("empty", "", "is empty")]
    [InlineData("blank", "\n\n  \n", "is empty")]
    [InlineData("page", "<!DOCTYPE html><html></html>", "web page")]
    [InlineData("json", "{\"Error Message\": \"x\"}", "JSON")]
    [InlineData("zip", "PK\u0003\u0004xxxx", "zip")]
    [InlineData("parquet", "PAR1xxxx", "Parquet")]
    [InlineData("words", "just some words\nand more\n", "no table")]
    [InlineData("headonly", Header, "no lines")]
    [InlineData("noclose", "Date,Open,High,Low,Volume\n2026-01-02,1,2,1,5\n", "no column for close")]
    [InlineData("headerless", "1,2,3,4,5,6\n7,8,9,10,11,12\n", "no line of column names")]
    [InlineData("zeros", "a\0b\n", "zero bytes")]
    [InlineData("limit", "Exceeded the daily hits limit\n", "refusal")]
    [InlineData("several", "date,open,high,low,close,volume,Name\n2026-01-02,1,2,1,2,5,A\n2026-01-02,1,2,1,2,5,B\n",
        "several symbols")]
    [InlineData("bothways", "Date,Open,High,Low,Close,Volume\n1/2/2026,1,2,1,2,5\n1/3/2026,1,2,1,2,5\n", "dateOrder")]
    public async Task ReadAsync_NamesTheFaultAndTheFile(string name, string text, string expected)
    {
        Write(name + ".csv", text);
        ChartException exception = await ThrowsAsync("FILE:" + name);
        Assert.Equal(ChartErrorCode.DataUnreadable, exception.Error.Code);
        Assert.Contains(expected, exception.Message);
        Assert.Contains(name + ".csv", exception.Message);
        Assert.DoesNotContain(_folder.FullName, exception.Message);
    }

    [Fact]
    public async Task ReadAsync_Refuses_WhenBytesAreNoText()
    {
        File.WriteAllBytes(PathOf("latin.csv"), [.. Encoding.ASCII.GetBytes(Header), 0xC3, 0x28, 0xFF, (byte)'\n']);
        Assert.Contains("UTF-8", (await ThrowsAsync("FILE:latin")).Message);
        File.WriteAllBytes(PathOf("packed.csv"), [0x1F, 0x8B, 8, 0]);
        Assert.Contains("gzip", (await ThrowsAsync("FILE:packed")).Message);
    }

    [Fact]
    public async Task ReadAsync_RefusesLongLinesAndManyColumns()
    {
        Write("long.csv", Header + new string('1', 9_000) + "\n");
        Assert.Contains("longer than 8192", (await ThrowsAsync("FILE:long")).Message);
        Write("wide.csv", string.Join(',', Enumerable.Repeat("x", 100)) + "\n");
        Assert.Equal(ChartErrorCode.DataUnreadable, (await ThrowsAsync("FILE:wide")).Error.Code);
    }

    [Fact]
    public async Task ReadAsync_CountsBrokenLines_AndRefusesAboveOnePercent()
    {
        string[] days = [.. Days(300)];
        days[7] = "2025-01-09,1,2,oops,4,5\n";
        days[9] = "2025-01-13,5,4,6,5,5\n";
        Write("slips.csv", Header + string.Concat(days));
        MarketDataResult result = await ReadAsync("FILE:slips");
        Assert.Equal(298, result.Series.Count);
        Assert.Contains(result.Warnings, warning => warning.Contains("2 of 300") && warning.Contains("line 9,"));
        days[11] = days[12] = "nonsense\n";
        Write("broken.csv", Header + string.Concat(days));
        Assert.Contains("4 of 300", (await ThrowsAsync("FILE:broken")).Message);
    }

    [Fact]
    public async Task ReadAsync_KeepsTheLastOfDoubles_AndSorts()
    {
        Write(
            "doubles.csv",
            Header + "2026-01-05,1,2,1,2,5\n2026-01-02,1,2,1,2,5\n2026-01-06,1,2,1,2,5\n2026-01-06,3,4,3,4,5\n");
        MarketDataResult result = await ReadAsync("FILE:doubles");
        Assert.Equal([2, 2, 4], result.Series.Closes.ToArray());
        Assert.Contains(result.Warnings, warning => warning.Contains("repeat"));
        Assert.Contains(result.Warnings, warning => warning.Contains("sorted"));
    }

    [Fact]
    public async Task ReadAsync_FindsFilesWithoutRegardToCase_ExactFirst()
    {
        Assert.Equal(400, (await ReadAsync("FILE:DAILY")).Series.Count);
        Write("Daily.csv", Header + string.Concat(Days(10)));
        Assert.Equal(10, (await ReadAsync("FILE:Daily")).Series.Count);
        Assert.Equal(400, (await ReadAsync("FILE:daily")).Series.Count);
    }

    [Fact]
    public async Task ReadAsync_ReadsAFileAnew_WhenItChanged()
    {
        Assert.Equal(400, (await ReadAsync("FILE:daily")).Series.Count);
        Write("daily.csv", Header + string.Concat(Days(401)));
        Assert.Equal(401, (await ReadAsync("FILE:daily")).Series.Count);
    }

    [Fact]
    public async Task ReadAsync_OpensNothingButFilesOfTheFolder()
    {
        DirectoryInfo outside = Directory.CreateTempSubdirectory("chartcast-data-");
        try
        {
            string secret = Path.Combine(outside.FullName, "secret.csv");
            File.WriteAllText(secret, Header + string.Concat(Days(10)));
            File.CreateSymbolicLink(PathOf("link.csv"), secret);
            Assert.Contains("leads out", (await ThrowsAsync("FILE:link")).Message);
            Directory.CreateSymbolicLink(PathOf("sub"), outside.FullName);
            File.CreateSymbolicLink(PathOf("through.csv"), Path.Combine(_folder.FullName, "sub", "secret.csv"));
            Assert.Contains("leads out", (await ThrowsAsync("FILE:through")).Message);
            File.CreateSymbolicLink(PathOf("device.csv"), "/dev/zero");
            Assert.Equal(ChartErrorCode.DataUnreadable, (await ThrowsAsync("FILE:device")).Error.Code);
            Directory.CreateDirectory(PathOf("folder.csv"));
            Assert.Contains("directory", (await ThrowsAsync("FILE:folder")).Message);
            File.CreateSymbolicLink(PathOf("inside.csv"), PathOf("daily.csv"));
            Assert.Equal(400, (await ReadAsync("FILE:inside")).Series.Count);
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task ReadAsync_DoesNotBlockOnAPipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mkfifo");
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", [PathOf("pipe.csv")]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("no regular file", (await ThrowsAsync("FILE:pipe")).Message);
    }

    [Fact]
    public async Task ReadAsync_NamesTheRemedy_WhenTheFolderIsMissing()
    {
        var feed = new CsvFolderFeed(PathOf("nowhere"), TimeProvider.System);
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            async () => await feed.ReadAsync(Query("FILE:x", "1D"), TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.UnknownSymbol, exception.Error.Code);
        Assert.Contains("CHARTCAST_DATA_DIR", exception.Message);
        Assert.Empty(await feed.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAsync_OffersWhatCanBeMade_WhenTheIntervalCannot()
    {
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            async () => await Feed.ReadAsync(Query("FILE:daily", "1h"), TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.IntervalUnavailable, exception.Error.Code);
        Assert.Equal(["1D", "2D", "3D", "1W", "1M", "3M", "6M", "1Y"], exception.Error.Suggestions);
    }

    [Fact]
    public async Task ReadAsync_FollowsSymbolsJson()
    {
        Write("minutes.csv", "time,open,high,low,close,volume\n"
            + "2026-03-06 09:30,1,2,1,2,5\n2026-03-06 09:31,2,3,2,3,5\n2026-03-09 09:30,3,4,3,4,5\n");
        Write("symbols.json", """
            { "NASDAQ:XYZ": { "file": "minutes", "timezone": "America/New_York", "description": "X Inc.",
                "type": "stock",
                "session": "0930-1600" },
              "NASDAQ:BAD": { "file": "minutes", "timezoen": "UTC" },
              "NASDAQ:GONE": { "file": "gone" } }
            """);
        Assert.True(Feed.Covers(Symbol.Parse("NASDAQ:XYZ")));
        Assert.False(Feed.Covers(Symbol.Parse("NASDAQ:OTHER")));
        MarketDataResult result = await ReadAsync("NASDAQ:XYZ", "1m");
        Assert.Equal("X Inc.", result.Description);
        Assert.Equal("NASDAQ", result.Source.Venue);
        // The clocks of New York were put forward between the two dates.
        Assert.Equal(DateTimeOffset.Parse("2026-03-06T14:30Z").ToUnixTimeMilliseconds(), result.Series.OpenTimesMs[0]);
        Assert.Equal(DateTimeOffset.Parse("2026-03-09T13:30Z").ToUnixTimeMilliseconds(), result.Series.OpenTimesMs[2]);
        Assert.DoesNotContain(result.Warnings, warning => warning.Contains("time zone"));
        Assert.Equal(2, (await ReadAsync("NASDAQ:XYZ", "4h")).Series.Count);
        Assert.Equal(2, (await ReadAsync("NASDAQ:XYZ", "1D")).Series.Count);
        Assert.Contains(
            "'NASDAQ:BAD': has an unknown key 'timezoen': did you mean timezone?",
            (await ThrowsAsync("NASDAQ:BAD")).Message);
        Assert.Equal(ChartErrorCode.UnknownSymbol, (await ThrowsAsync("NASDAQ:GONE")).Error.Code);
        IReadOnlyList<SymbolListing> listings = await Feed.ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("stock", listings[0].Type);
        Write("symbols.json", "{ \"NASDAQ:XYZ\": ");
        Assert.Contains("symbols.json", (await ThrowsAsync("NASDAQ:XYZ")).Message);
        Assert.Equal(400, (await ReadAsync("FILE:daily")).Series.Count);
    }

    [Theory]
    [InlineData("""{"file":"\ud800"}""")]
    [InlineData("""{"file":"daily","description":"\udc00"}""")]
    [InlineData("""{"file":"daily","\ud800":"x"}""")]
    public async Task SymbolsFile_BrokenText_SpoilsItsEntryAlone(string entry)
    {
        const string Good = """{"file":"daily"}""";
        Write("symbols.json", $$"""{"NASDAQ:BAD":{{entry}},"NASDAQ:\ud800":{{Good}},"NASDAQ:GOOD":{{Good}} }""");
        Assert.Equal(400, (await ReadAsync("NASDAQ:GOOD")).Series.Count);
        Assert.Equal(400, (await ReadAsync("FILE:daily")).Series.Count);
        Assert.Contains("not valid Unicode", (await ThrowsAsync("NASDAQ:BAD")).Message);
    }

    [Fact]
    public async Task SymbolsFile_Descriptions_HoldNothingInvisible()
    {
        Write("symbols.json", """{"NASDAQ:X":{"file":"daily","description":"A\u202eB\u200bC\u001b[1m\u2028\ue000D 😀"}}""");
        Assert.Equal("ABC[1mD 😀", (await ReadAsync("NASDAQ:X")).Description);
        Write("symbols.json", $$"""{"NASDAQ:X":{"file":"daily","description":"{{new string('y', 119)}}😀"} }""");
        Assert.Equal(new string('y', 119), (await ReadAsync("NASDAQ:X")).Description);
    }

    [Fact]
    public async Task Folder_ThatMayNotBeListed_IsNamed()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Permissions of folders stop neither root nor Windows.");
            return;
        }

        File.SetUnixFileMode(_folder.FullName, UnixFileMode.None);
        try
        {
            Assert.Contains("data folder cannot be read", (await ThrowsAsync("FILE:other")).Message);
        }
        finally
        {
            File.SetUnixFileMode(
                _folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task ReadAsync_SaysWhenTheLastLongBarIsNotFull()
    {
        Write("half.csv", Header + "2026-01-05,1,2,1,2,5\n2026-01-06,1,2,1,2,5\n2026-01-07,1,2,1,2,5\n");
        Assert.False((await ReadAsync("FILE:half", "1W")).LastBarClosed);
        Assert.True((await ReadAsync("FILE:half")).LastBarClosed);
        Write("full.csv", Header + "2026-01-05,1,2,1,2,5\n2026-01-08,1,2,1,2,5\n2026-01-09,1,2,1,2,5\n");
        Assert.True((await ReadAsync("FILE:full", "1W")).LastBarClosed);
    }

    private static IEnumerable<string> Days(int count)
    {
        var date = new DateOnly(2024, 1, 2);
        for (int i = 0; i < count; date = date.AddDays(1))
        {
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            double open = 100 + i % 17, close = 100 + (i + 1) % 17;
            double high = Math.Max(open, close) + 1, low = Math.Min(open, close) - 1;
            yield return $"{date:yyyy-MM-dd},{open},{high},{low},{close},{1000 + i}\n";
            i++;
        }
    }

    private static MarketDataQuery Query(string symbol, string interval) =>
        new(Symbol.Parse(symbol), BarInterval.Parse(interval), null, 0, null, null);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private async Task<MarketDataResult> ReadAsync(string symbol, string interval = "1D") =>
        await Feed.ReadAsync(Query(symbol, interval), TestContext.Current.CancellationToken);

    private async Task<ChartException> ThrowsAsync(string symbol) => await Assert.ThrowsAsync<ChartException>(
        async () => await Feed.ReadAsync(Query(symbol, "1D"), TestContext.Current.CancellationToken));
}
