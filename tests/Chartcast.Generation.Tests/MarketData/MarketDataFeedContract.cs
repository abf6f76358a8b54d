using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.MarketData;

/// <summary>What every feed keeps to.</summary>
public abstract class MarketDataFeedContract
{
    protected abstract IMarketDataFeed Feed { get; }

    /// <summary>A symbol with at least 60 daily bars.</summary>
    protected abstract Symbol Known { get; }

    protected abstract bool KnowsEverySymbol { get; }

    [Fact]
    public void Covers_ItsSymbol() => Assert.True(Feed.Covers(Known));

    [Fact]
    public async Task ReadAsync_GivesWarmUpAndVisibleBars()
    {
        MarketDataResult result = await ReadAsync(10, 7);
        Assert.Equal(17, result.Series.Count);
        Assert.Equal(7, result.FirstVisible);
        Assert.Equal(BarInterval.Day, result.Series.Interval);
        Assert.Equal(Feed.Name, result.Source.Feed);
        Assert.InRange(result.PriceDecimals, 0, 12);
    }

    [Fact]
    public async Task ReadAsync_GivesSoundBars()
    {
        BarSeries series = (await ReadAsync(null, 0)).Series;
        for (int i = 0; i < series.Count; i++)
        {
            Bar bar = series[i];
            Assert.True(bar.Low <= Math.Min(bar.Open, bar.Close)
                && bar.High >= Math.Max(bar.Open, bar.Close), $"bar {i}");
            Assert.True(bar.Low > 0, $"bar {i}");
            Assert.Equal(0, bar.OpenTimeMs % 86_400_000);
        }
    }

    [Fact]
    public async Task ReadAsync_KeepsToTheRange_BothEndsIncluded()
    {
        BarSeries all = (await ReadAsync(null, 0)).Series;
        DateTimeOffset from = At(all, all.Count - 20), to = At(all, all.Count - 5);
        MarketDataResult result = await Feed.ReadAsync(
            new MarketDataQuery(Known, BarInterval.Day, null, 3, from, to), TestContext.Current.CancellationToken);
        Assert.Equal(3, result.FirstVisible);
        Assert.Equal(from.ToUnixTimeMilliseconds(), result.Series.OpenTimesMs[3]);
        Assert.Equal(to.ToUnixTimeMilliseconds(), result.Series.OpenTimesMs[^1]);
        Assert.True(result.LastBarClosed);
    }

    [Fact]
    public async Task ReadAsync_GivesTheSameAgain()
    {
        MarketDataResult first = await ReadAsync(30, 0), second = await ReadAsync(30, 0);
        Assert.Equal(first.Series.Closes.ToArray(), second.Series.Closes.ToArray());
        Assert.Equal(first.Series.OpenTimesMs.ToArray(), second.Series.OpenTimesMs.ToArray());
    }

    [Theory]
    [InlineData("1W")]
    [InlineData("1M")]
    [InlineData("3M")]
    [InlineData("1Y")]
    public async Task ReadAsync_DerivesLongerBars(string interval)
    {
        MarketDataResult days = await ReadAsync(null, 0);
        MarketDataResult longer = await Feed.ReadAsync(
            new MarketDataQuery(Known, BarInterval.Parse(interval), null, 0, null, null),
            TestContext.Current.CancellationToken);
        Assert.InRange(longer.Series.Count, 1, days.Series.Count);
        for (int i = Math.Max(0, longer.Series.Count - 40); i + 1 < longer.Series.Count; i++)
        {
            long from = longer.Series.OpenTimesMs[i], to = longer.Series.OpenTimesMs[i + 1];
            if (longer.Series.OpenTimesMs[i] < days.Series.OpenTimesMs[0]) continue;
            Bar[] within = [.. Bars(days.Series).Where(bar => bar.OpenTimeMs >= from && bar.OpenTimeMs < to)];
            Assert.Equal(within[0].Open, longer.Series.Opens[i]);
            Assert.Equal(within[^1].Close, longer.Series.Closes[i]);
            Assert.Equal(within.Max(bar => bar.High), longer.Series.Highs[i]);
            Assert.Equal(within.Min(bar => bar.Low), longer.Series.Lows[i]);
            Assert.Equal(within.Sum(bar => bar.Volume), longer.Series.Volumes[i], 1e-6);
        }
    }

    [Fact]
    public async Task ReadAsync_SaysNoData_WhenTheRangeIsEmpty()
    {
        ChartException exception = await Assert.ThrowsAsync<ChartException>(async () => await Feed.ReadAsync(
            new MarketDataQuery(Known, BarInterval.Day, null, 0, DateTimeOffset.Parse("2190-01-01T00:00Z"), null),
            TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.NoData, exception.Error.Code);
        Assert.Contains("range", exception.Message);
    }

    [Fact]
    public async Task ListAsync_ListsSymbolsThatCanBeRead()
    {
        IReadOnlyList<SymbolListing> listings = await Feed.ListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(listings);
        foreach (SymbolListing listing in listings)
        {
            Assert.Equal(Feed.Name, listing.Feed);
            MarketDataResult result = await Feed.ReadAsync(
                new MarketDataQuery(
                    Symbol.Parse(listing.Symbol), BarInterval.Parse(listing.Intervals[0]), 5, 0, null, null),
                TestContext.Current.CancellationToken);
            Assert.NotEqual(0, result.Series.Count);
        }
    }

    [Fact]
    public async Task ReadAsync_SaysUnknownSymbol_WhenThereIsNone()
    {
        Assert.SkipWhen(KnowsEverySymbol, "this feed makes up any symbol");
        ChartException exception = await Assert.ThrowsAsync<ChartException>(async () => await Feed.ReadAsync(
            new MarketDataQuery(Symbol.Parse("FILE:no-such-file"), BarInterval.Day, 5, 0, null, null),
            TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.UnknownSymbol, exception.Error.Code);
        Assert.NotEmpty(exception.Error.Suggestions);
    }

    private static DateTimeOffset At(BarSeries series, int index) =>
        DateTimeOffset.FromUnixTimeMilliseconds(series.OpenTimesMs[index]);

    private static IEnumerable<Bar> Bars(BarSeries series) => Enumerable.Range(0, series.Count).Select(i => series[i]);

    private async Task<MarketDataResult> ReadAsync(int? count, int warmUp) => await Feed.ReadAsync(
        new MarketDataQuery(Known, BarInterval.Day, count, warmUp, null, null), TestContext.Current.CancellationToken);
}
