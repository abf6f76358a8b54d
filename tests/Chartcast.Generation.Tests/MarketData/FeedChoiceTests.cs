using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData;

public sealed class FeedChoiceTests
{
    private readonly SampleFeed _sample = new(new FakeTimeProvider(DateTimeOffset.Parse("2026-03-04T00:00:00Z")));

    [Fact]
    public async Task ReadAsync_NeverAnswersWithSampleData_UnlessAsked()
    {
        var choice = new FeedChoice([_sample]);
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            async () => await choice.ReadAsync(Query("NASDAQ:AAPL"), TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.UnknownSymbol, exception.Error.Code);
        Assert.Contains("DEMO:AAPL", exception.Error.Suggestions);
        Assert.Contains("CHART_IMG_API_KEY", exception.Message);
        Assert.False(choice.Covers(Symbol.Parse("NASDAQ:AAPL")));
        Assert.True((await choice.ReadAsync(Query("DEMO:AAPL"), TestContext.Current.CancellationToken)).Source.Sample);
    }

    [Fact]
    public async Task ReadAsync_MarksSampleData_WhenDemoStandsIn()
    {
        var choice = new FeedChoice([_sample], _sample);
        MarketDataResult result = await choice.ReadAsync(Query("NASDAQ:AAPL"), TestContext.Current.CancellationToken);
        Assert.True(choice.IsDemo);
        Assert.True(result.Source.Sample);
        Assert.Contains("NASDAQ:AAPL", Assert.Single(result.Warnings));
        await Assert.ThrowsAsync<ChartException>(
            async () => await choice.ReadAsync(Query("FILE:nothing"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("btc", null, null, 1)]
    [InlineData(null, "demo", "sample", 5)]
    [InlineData(null, "NASDAQ", null, 0)]
    [InlineData(null, null, "stock", 0)]
    public async Task ListAsync_Narrows(string? search, string? exchange, string? type, int count)
    {
        var choice = new FeedChoice([_sample]);
        IReadOnlyList<SymbolListing> found =
            await choice.ListAsync(search, exchange, type, TestContext.Current.CancellationToken);
        Assert.Equal(count, found.Count);
    }

    private static MarketDataQuery Query(string symbol) =>
        new(Symbol.Parse(symbol), BarInterval.Day, 5, 0, null, null);
}
