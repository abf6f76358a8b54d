using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.MarketData.Csv;

/// <summary>Files of other vendors as they are; they lie beside the repository on machines that have them.</summary>
public sealed class SharedDataTests
{
    [Theory]
    [InlineData("yahoofinance-AAPL-20040819-20180120", "1D", 3379, 2)]
    [InlineData("yahoofinance-SPY-20200901-20210113", "1D", 91, 2)]
    [InlineData("jpyusd_barchartdotcom", "1D", 518, 6)]
    [InlineData("SP500_NOV2019_IDay", "1m", 1563, 2)]
    public async Task ReadAsync_LoadsTheFileAsItIs(string name, string interval, int bars, int decimals)
    {
        MarketDataResult result = await ReadAsync(name, interval);
        Assert.InRange(result.Series.Count, bars - 1, bars + 1);
        Assert.Equal(decimals, result.PriceDecimals);
    }

    [Fact]
    public async Task ReadAsync_ReadsColumnsByName_WhenTheirOrderIsUnusual()
    {
        MarketDataResult result = await ReadAsync("SP500_NOV2019_IDay", "1m");
        Bar first = result.Series[0];
        Assert.Equal(DateTimeOffset.Parse("2019-11-05T09:30Z").ToUnixTimeMilliseconds(), first.OpenTimeMs);
        Assert.Equal((3080.8, 3081.47, 3080.3, 3080.49), (first.Open, first.High, first.Low, first.Close));
        Assert.False(result.Series.HasVolume);
        Assert.Contains(result.Warnings, warning => warning.Contains("read as UTC"));
        Assert.Contains(result.Warnings, warning => warning.Contains("volumes are all 0"));
    }

    [Fact]
    public async Task ReadAsync_StartsHoursAtTheSessionsOpen()
    {
        MarketDataResult hours = await ReadAsync("SP500_NOV2019_IDay", "1h");
        Assert.Equal(9 * 60 + 30, hours.Series.OpenTimesMs[0] / 60_000 % 1440);
        Assert.Equal(28, hours.Series.Count);
        MarketDataResult days = await ReadAsync("SP500_NOV2019_IDay", "1D");
        Assert.Equal(4, days.Series.Count);
        MarketDataResult minutes = await ReadAsync("SP500_NOV2019_IDay", "1m");
        Assert.Equal(minutes.Series.Highs.ToArray().Max(), days.Series.Highs.ToArray().Max());
    }

    [Fact]
    public async Task ReadAsync_TurnsNewestFirstAround()
    {
        MarketDataResult result = await ReadAsync("jpyusd_barchartdotcom", "1D");
        Bar last = result.Series[result.Series.Count - 1];
        Assert.Equal(new DateTimeOffset(2020, 3, 11, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), last.OpenTimeMs);
        Assert.Equal((0.009469, 0.009582, 1769.0), (last.Open, last.Close, last.Volume));
    }

    [Fact]
    public async Task ReadAsync_MakesWeeksOfDays()
    {
        MarketDataResult weeks = await ReadAsync("yahoofinance-AAPL-20040819-20180120", "1W");
        Assert.All(
            weeks.Series.OpenTimesMs.ToArray(),
            time => Assert.Equal(DayOfWeek.Monday, DateTimeOffset.FromUnixTimeMilliseconds(time).DayOfWeek));
        Assert.Equal("splits", weeks.Source.Adjusted);
    }

    private static async Task<MarketDataResult> ReadAsync(string name, string interval)
    {
        string? folder = FindFolder();
        Assert.SkipWhen(folder is null, "shared/data is not beside the repository (or in CHARTCAST_SHARED_DATA)");
        var feed = new CsvFolderFeed(folder, TimeProvider.System);
        return await feed.ReadAsync(
            new MarketDataQuery(Symbol.Parse("FILE:" + name), BarInterval.Parse(interval), null, 0, null, null),
            TestContext.Current.CancellationToken);
    }

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("CHARTCAST_SHARED_DATA") is { Length: > 0 } named) return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "Chartcast.slnx"))) continue;
            string folder = Path.Combine(at.Parent!.FullName, "shared", "data");
            return Directory.Exists(folder) ? folder : null;
        }

        return null;
    }
}
