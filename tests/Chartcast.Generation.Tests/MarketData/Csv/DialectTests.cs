using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData.Csv;

/// <summary>Every file of the folder holds the same fifteen daily bars, each in another vendor's form.</summary>
public sealed class DialectTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "MarketData/Csv/Dialects");

    public static TheoryData<string, string, string> Files() => new()
    {
        { "yahoo", "Yahoo", "splits" },
        { "yahoo-pasted", "Yahoo", "splits" },
        { "tradingview-unix", "TradingView", "unknown" },
        { "tradingview-iso", "TradingView", "unknown" },
        { "metatrader4", "MetaTrader 4", "unknown" },
        { "metatrader5", "MetaTrader 5", "unknown" },
        { "stooq", "generic", "unknown" },
        { "stooq-bulk", "Stooq", "unknown" },
        { "alphavantage", "Alpha Vantage", "none" },
        { "kaggle-huge", "generic", "unknown" },
        { "cryptodatadownload", "CryptoDataDownload", "none" },
        { "binance-ms", "Binance", "none" },
        { "binance-us", "Binance", "none" },
        { "investing", "Investing.com", "unknown" },
        { "nasdaq", "Nasdaq.com", "splits" },
        { "dukascopy", "Dukascopy", "none" },
        { "histdata", "HistData", "none" },
        { "barchart", "barchart", "unknown" },
        { "other-order", "generic", "unknown" },
        { "decimal-comma", "generic", "unknown" },
        { "day-first", "generic", "unknown" },
        { "pipes-utf16be", "generic", "unknown" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_GivesTheSameBars_WhateverTheDialect(string name, string dialect, string adjusted)
    {
        var feed = new CsvFolderFeed(Folder, new FakeTimeProvider(DateTimeOffset.Parse("2026-06-01T00:00:00Z")));
        MarketDataResult truth = await ReadAsync(feed, "truth"), result = await ReadAsync(feed, name);
        Assert.Equal(truth.Series.Count, result.Series.Count);
        for (int i = 0; i < truth.Series.Count; i++)
        {
            Bar expected = truth.Series[i], actual = result.Series[i];
            Assert.Equal(expected.OpenTimeMs, actual.OpenTimeMs);
            Assert.Equal(expected.Open, actual.Open, 1e-5);
            Assert.Equal(expected.High, actual.High, 1e-5);
            Assert.Equal(expected.Low, actual.Low, 1e-5);
            Assert.Equal(expected.Close, actual.Close, 1e-5);
            Assert.Equal(expected.Volume, actual.Volume, 1.0);
        }

        Assert.Equal(2, result.PriceDecimals);
        Assert.Equal(adjusted, result.Source.Adjusted);
        Assert.False(result.Source.Sample);
        Assert.True(result.LastBarClosed);
        Assert.Equal(0, result.Gaps);
        IReadOnlyList<SymbolListing> listings = await feed.ListAsync(TestContext.Current.CancellationToken);
        SymbolListing listing = Assert.Single(listings, listing => listing.Symbol == "FILE:" + name);
        Assert.Contains($"({dialect})", listing.Description);
        Assert.Contains("1W", listing.Intervals);
        Assert.DoesNotContain("1h", listing.Intervals);
    }

    [Fact]
    public async Task ReadAsync_SaysWhatWasLeftOut()
    {
        var feed = new CsvFolderFeed(Folder, TimeProvider.System);
        Assert.Contains((await ReadAsync(feed, "yahoo")).Warnings, warning => warning.Contains("without prices"));
        Assert.Contains((await ReadAsync(feed, "dukascopy")).Warnings, warning => warning.Contains("weekend bars"));
        Assert.Empty((await ReadAsync(feed, "truth")).Warnings);
    }

    private static async Task<MarketDataResult> ReadAsync(CsvFolderFeed feed, string name) => await feed.ReadAsync(
        new MarketDataQuery(Symbol.Parse("FILE:" + name), BarInterval.Day, null, 0, null, null),
        TestContext.Current.CancellationToken);
}
