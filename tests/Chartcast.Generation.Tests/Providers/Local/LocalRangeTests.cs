using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Providers.Local;

public sealed class LocalRangeTests
{
    [Theory]
    [InlineData("1M")]
    [InlineData("YTD")]
    public async Task Draw_BeginsANamedRange_BeforeTheNewestBar(string range)
    {
        BarSeries shown = await ShownAsync(range);
        DateTimeOffset newest = DateTimeOffset.FromUnixTimeMilliseconds(shown.OpenTimesMs[^1]);
        DateTimeOffset first = DateTimeOffset.FromUnixTimeMilliseconds(shown.OpenTimesMs[0]);
        DateTimeOffset start = ChartRange.StartOf(range, newest, TimeZoneInfo.Utc)!.Value;

        Assert.InRange(first, start, start.AddDays(4));
    }

    [Fact]
    public async Task Draw_ShowsEverything_ForAll() =>
        Assert.True((await ShownAsync("ALL")).Count > (await ShownAsync("1Y")).Count);

    private static async Task<BarSeries> ShownAsync(string range)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
        var provider = new LocalChartProvider(new FeedChoice([new SampleFeed(time)]), time);
        ChartProduct product = await provider.DrawAsync(
            new ChartRequest { Symbol = Symbol.Parse("DEMO:BTC"), Range = range },
            new Progress<ChartStep>(),
            TestContext.Current.CancellationToken);
        return product.Bars!.Series.Last(product.Bars.Series.Count - product.Bars.FirstVisible);
    }
}
