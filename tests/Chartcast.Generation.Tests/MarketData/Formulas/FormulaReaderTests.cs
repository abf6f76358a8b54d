using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData.Formulas;

public sealed class FormulaReaderTests : IDisposable
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartcast-formulas-");
    private readonly FeedChoice _feeds;

    public FormulaReaderTests()
    {
        Write("a", "2026-01-05,10,12,8,11,5\n2026-01-06,11,14,10,12,5\n2026-01-07,12,13,9,10,5\n2026-01-08,8,9,7,8,5\n");
        Write("b", "2026-01-05,5,6,2,4,5\n2026-01-06,4,8,2,3,5\n2026-01-08,1,2,0.5,1,5\n2026-01-09,2,3,1,2,5\n");
        Write("late", "2027-01-05,5,6,2,4,5\n2027-01-06,4,8,2,3,5\n");
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-04T00:00:00Z"));
        _feeds = new FeedChoice([new CsvFolderFeed(_folder.FullName, time), new SampleFeed(time)]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ReadAsync_ComputesEachPriceOfItsLike_AndWidensHighAndLow()
    {
        MarketDataResult result = await ReadAsync("FILE:a/FILE:b");
        Assert.Equal(3, result.Series.Count);
        // 10/5, 12/6, 8/2, 11/4: the quotient of the lows is the highest of the four.
        Assert.Equal(2, result.Series.Opens[0]);
        Assert.Equal(2.75, result.Series.Closes[0]);
        Assert.Equal(4, result.Series.Highs[0]);
        Assert.Equal(2, result.Series.Lows[0]);
        Assert.False(result.Series.HasVolume);
    }

    [Fact]
    public async Task ReadAsync_CountsWhatItLeavesOut()
    {
        MarketDataResult result = await ReadAsync("FILE:a/(\"FILE:b\"-3)");
        Assert.Equal(2, result.Series.Count);
        Assert.Contains(result.Warnings, static warning => warning.StartsWith("1 bars were left out because not every"));
        Assert.Contains(result.Warnings, static warning => warning.StartsWith("1 bars were left out because the formula"));
    }

    [Fact]
    public async Task ReadAsync_TakesConstants()
    {
        MarketDataResult result = await ReadAsync("FILE:a*2");
        Assert.Equal([22.0, 24, 20, 16], result.Series.Closes.ToArray());
        Assert.DoesNotContain(result.Warnings, static warning => warning.Contains("left out"));
    }

    [Fact]
    public async Task ReadAsync_CountsBarsOfTheFormula()
    {
        MarketDataResult result = await ReadAsync("DEMO:BTC/DEMO:ETH", count: 50, warmUp: 20);
        Assert.Equal(70, result.Series.Count);
        Assert.Equal(20, result.FirstVisible);
        Assert.True(result.Source.Sample);
        Assert.Equal("DEMO", result.Source.Venue);
        for (int i = 0; i < result.Series.Count; i++)
        {
            Bar bar = result.Series[i];
            Assert.True(bar.High >= Math.Max(bar.Open, bar.Close) && bar.Low <= Math.Min(bar.Open, bar.Close));
        }
    }

    [Fact]
    public async Task ReadAsync_IsTheQuotientOfItsOperands()
    {
        MarketDataResult ratio = await ReadAsync("DEMO:BTC/DEMO:ETH", "1h", 30);
        MarketDataResult first = await ReadAsync("DEMO:BTC", "1h", 30);
        MarketDataResult second = await ReadAsync("DEMO:ETH", "1h", 30);
        for (int i = 0; i < 30; i++)
            Assert.Equal(first.Series.Closes[i] / second.Series.Closes[i], ratio.Series.Closes[i]);
    }

    [Theory]
    [InlineData("FILE:a/FILE:nothing", ChartErrorCode.UnknownSymbol, "FILE:nothing")]
    [InlineData("FILE:a*NASDAQ:AAPL", ChartErrorCode.UnknownSymbol, "NASDAQ:AAPL")]
    [InlineData("FILE:a/FILE:late", ChartErrorCode.NoData, "open at the same time")]
    [InlineData("FILE:a/(FILE:b-FILE:b)", ChartErrorCode.NoData, "divides by 0")]
    public async Task ReadAsync_SaysWhichPartFails(string text, ChartErrorCode code, string part)
    {
        ChartException exception = await Assert.ThrowsAsync<ChartException>(() => ReadAsync(text));
        Assert.Equal(code, exception.Error.Code);
        Assert.Contains(part, exception.Message);
    }

    [Theory]
    [InlineData("FILE:a-FILE:b", 1)]
    [InlineData("FILE:a/FILE:b", 4)]
    [InlineData("FILE:a*10000", 2)]
    public async Task PriceDecimals_FitTheResult(string text, int expected) =>
        Assert.Equal(expected, (await ReadAsync(text)).PriceDecimals);

    [Fact]
    public void Covers_NeedsEverySymbol()
    {
        Assert.True(_feeds.Covers(Symbol.Parse("FILE:a/DEMO:BTC")));
        Assert.False(_feeds.Covers(Symbol.Parse("FILE:a/NASDAQ:AAPL")));
    }

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(_folder.FullName, name + ".csv"), Header + text);

    private Task<MarketDataResult> ReadAsync(string symbol, string interval = "1D", int? count = null, int warmUp = 0) =>
        _feeds.ReadAsync(
            new MarketDataQuery(Symbol.Parse(symbol), BarInterval.Parse(interval), count, warmUp, null, null),
            TestContext.Current.CancellationToken).AsTask();
}
