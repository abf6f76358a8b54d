using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.MarketData.Sample;

public sealed class SampleFeedTests : MarketDataFeedContract
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T15:37:20Z");

    protected override IMarketDataFeed Feed { get; } = new SampleFeed(new FakeTimeProvider(Now));

    protected override Symbol Known { get; } = Symbol.Parse("DEMO:BTC");

    protected override bool KnowsEverySymbol => true;

    [Fact]
    public async Task ReadAsync_IsTheSameOnEveryMachine()
    {
        BarSeries series = (await ReadAsync("DEMO:BTC", "1D", 1)).Series;
        Assert.Equal(new Bar(1772496000000, 1334.62, 1339.88, 1333.24, 1336.76, 1264522), series[0]);
        BarSeries minutes = (await ReadAsync("DEMO:BTC", "1m", 1)).Series;
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T15:36:00Z").ToUnixTimeMilliseconds(), minutes.OpenTimesMs[0]);
    }

    [Theory]
    [InlineData("1m")]
    [InlineData("2m")]
    [InlineData("3m")]
    [InlineData("15m")]
    [InlineData("45m")]
    [InlineData("1h")]
    [InlineData("4h")]
    [InlineData("12h")]
    public async Task ReadAsync_AgreesWithTheDay_AtEveryInterval(string interval)
    {
        DateTimeOffset day = DateTimeOffset.Parse("2026-03-02T00:00:00Z");
        MarketDataResult whole = await Feed.ReadAsync(
            new MarketDataQuery(Known, BarInterval.Day, null, 0, day, day), TestContext.Current.CancellationToken);
        MarketDataResult parts = await Feed.ReadAsync(
            new MarketDataQuery(Known, BarInterval.Parse(interval), null, 0, day, day.AddDays(1).AddTicks(-1)),
            TestContext.Current.CancellationToken);
        Bar bar = Assert.Single([whole.Series[0]]);
        Assert.Equal(86_400_000 / BarInterval.Parse(interval).NominalMs, parts.Series.Count);
        Assert.Equal(bar.Open, parts.Series.Opens[0]);
        Assert.Equal(bar.Close, parts.Series.Closes[^1]);
        Assert.Equal(bar.High, parts.Series.Highs.ToArray().Max());
        Assert.Equal(bar.Low, parts.Series.Lows.ToArray().Min());
        Assert.Equal(bar.Volume, parts.Series.Volumes.ToArray().Sum());
    }

    [Fact]
    public async Task ReadAsync_GivesFinishedBarsOnly_OfEveryInterval()
    {
        foreach (string interval in BarInterval.AllNames)
        {
            MarketDataResult result = await ReadAsync("DEMO:X", interval, 20_000);
            Assert.True(result.LastBarClosed);
            Assert.True(result.Source.Sample);
            Assert.InRange(result.Series.Count, 1, 20_000);
            double end = result.Series.OpenTimesMs[^1] + BarInterval.Parse(interval).NominalMs * 0.95;
            Assert.True(end < Now.ToUnixTimeMilliseconds(), interval);
        }
    }

    [Fact]
    public async Task ReadAsync_GivesTheAskedNumber_UpToTheLimit()
    {
        Assert.Equal(20_000, (await ReadAsync("DEMO:X", "1m", 20_000)).Series.Count);
        Assert.Equal(20_000, (await ReadAsync("DEMO:X", "45m", 30_000)).Series.Count);
        Assert.Equal(300, (await ReadAsync("DEMO:X", "4h", 300)).Series.Count);
    }

    [Fact]
    public async Task ReadAsync_DiffersBySymbol() => Assert.NotEqual(
        (await ReadAsync("DEMO:A", "1D", 5)).Series.Closes.ToArray(),
        (await ReadAsync("DEMO:B", "1D", 5)).Series.Closes.ToArray());

    private async Task<MarketDataResult> ReadAsync(string symbol, string interval, int count) => await Feed.ReadAsync(
        new MarketDataQuery(Symbol.Parse(symbol), BarInterval.Parse(interval), count, 0, null, null),
        TestContext.Current.CancellationToken);
}
