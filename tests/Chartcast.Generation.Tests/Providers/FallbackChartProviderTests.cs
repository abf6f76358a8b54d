using Chartcast.ChartImgFake;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Tests.Providers.ChartImg;
using Chartcast.Generation.Tests.Providers.Local;
using Chartcast.Generation.Tests.Requests;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Providers;

public sealed class FallbackChartProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"symbol":"STILL:AAPL"}""", FakeFault.LimitExceeded, "daily limit")]
    [InlineData("""{"symbol":"STILL:AAPL"}""", FakeFault.Forbidden, "refused the key")]
    [InlineData("""{"symbol":"STILL:AAPL"}""", FakeFault.InvalidRequest, "refused the request")]
    [InlineData("""{"symbol":"STILL:AAPL"}""", FakeFault.NotImplemented, "unexpected answer")]
    [InlineData("""{"symbol":"STILL:AAPL","bars":50}""", FakeFault.None, "bars")]
    [InlineData("""{"symbol":"STILL:AAPL","chartType":"step_line"}""", FakeFault.None, "step_line")]
    public async Task Draw_FallsBackToTheSecond_AndSaysWhyAndWhatDiffers(string arguments, FakeFault fault, string why)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(fault);
        var steps = new List<ChartStep>();

        ChartProduct product = await new FallbackChartProvider(harness.Provider, Engine(new StillFeed())).DrawAsync(
            Read(arguments), new Steps(steps), Token);

        Assert.Equal("local", product.Report.Provider);
        Assert.NotNull(product.Report.Last);
        string warning = product.Report.Warnings[0];
        Assert.StartsWith("Drawn by local instead of chart-img: ", warning, StringComparison.Ordinal);
        Assert.Contains(why, warning, StringComparison.Ordinal);
        Assert.Contains("What differs", warning, StringComparison.Ordinal);
        Assert.True(steps.Zip(steps.Skip(1)).All(pair => pair.First.Percent < pair.Second.Percent), string.Join('\n', steps));
    }

    [Fact]
    public async Task Draw_LetsTheSecondMakeNoMoreAtOnce_ThanThereAreProcessors()
    {
        int running = 0, most = 0;
        var gate = new TaskCompletionSource();
        var first = new ScriptedProvider((_, _, _) =>
            throw new ChartException(ChartErrorCode.UpstreamFailed, "It is down."));
        var second = new ScriptedProvider(async (_, _, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await gate.Task;
            Interlocked.Decrement(ref running);
            ChartProduct product = Product();
            return product with
            {
                Report = product.Report with { Source = product.Report.Source! with { Sample = false } },
            };
        });
        var both = new FallbackChartProvider(first, second);
        // Each runs up to where it has to wait before the next one is asked for.
        Task<ChartProduct>[] draws =
        [
            .. Enumerable.Range(0, 3 * Environment.ProcessorCount).Select(
                _ => both.DrawAsync(Read("""{"symbol":"A:B"}"""), new Steps([]), Token)),
        ];
        Assert.Equal(Environment.ProcessorCount, most);
        gate.SetResult();
        await Task.WhenAll(draws);
        Assert.Equal(draws.Length, second.Calls);
    }

    [Fact]
    public async Task Draw_TakesNoSampleData_ForAMarkets()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.Forbidden);
        var sample = new SampleFeed(TimeProvider.System);
        var local = new LocalChartProvider(new FeedChoice([sample], sample), TimeProvider.System);

        ChartError error = (await Assert.ThrowsAsync<ChartException>(() =>
            new FallbackChartProvider(harness.Provider, local).DrawAsync(
                Read("""{"symbol":"NASDAQ:AAPL"}"""), new Steps([]), Token))).Error;

        Assert.Equal(ChartErrorCode.UpstreamUnauthorized, error.Code);
        Assert.Contains("sample data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_TellsBothReasons_WhenTheSecondCannotEither()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.LimitExceeded);
        var local = new LocalChartProvider(new FeedChoice([]), TimeProvider.System);

        ChartError error = (await Assert.ThrowsAsync<ChartException>(() =>
            new FallbackChartProvider(harness.Provider, local).DrawAsync(
                Read("""{"symbol":"NASDAQ:AAPL"}"""), new Steps([]), Token))).Error;

        Assert.Equal((ChartErrorCode.UpstreamQuotaExhausted, TimeSpan.FromHours(9)), (error.Code, error.RetryAfter));
        Assert.Contains("no data for NASDAQ:AAPL", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":"NASDAQ:AAPL","provider":"chart-img"}""")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","layout":"AbCd1234"}""")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","store":true}""")]
    public async Task Choose_NeverFallsBack_WhereOnlyChartImgWillDo(string arguments)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        IChartProvider chosen = new ProviderChoice(Engine(new StillFeed()), harness.Provider).Choose(Read(arguments));
        Assert.Same(harness.Provider, chosen);
    }

    private static LocalChartProvider Engine(IMarketDataFeed feed) => new(new FeedChoice([feed]), TimeProvider.System);

    private static ChartRequest Read(string arguments)
    {
        using var document = System.Text.Json.JsonDocument.Parse(arguments);
        return ChartRequestReader.Read(document.RootElement);
    }

    private sealed class Steps(List<ChartStep> steps) : IProgress<ChartStep>
    {
        public void Report(ChartStep value) => steps.Add(value);
    }
}
