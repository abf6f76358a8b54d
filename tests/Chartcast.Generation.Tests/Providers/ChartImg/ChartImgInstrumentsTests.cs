using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgInstrumentsTests
{
    private const string Lookups = "chartcast.chart_img.cache.lookups";

    [Theory]
    [InlineData(FakeFault.None, "endpoint=advanced,status=2xx", 1)]
    [InlineData(FakeFault.ServerError, "endpoint=advanced,error.type=upstream_failed,status=5xx", 3)]
    [InlineData(FakeFault.RateLimited, "endpoint=advanced,error.type=upstream_rate_limited,status=4xx", 3)]
    [InlineData(FakeFault.Redirect, "endpoint=advanced,error.type=upstream_failed,status=3xx", 1)]
    [InlineData(FakeFault.Reset, "endpoint=advanced,error.type=upstream_failed,status=none", 2)]
    [InlineData(FakeFault.Html, "endpoint=advanced,error.type=upstream_bad_image,status=2xx", 2)]
    public async Task Attempts_AreCountedByEndpointStatusAndError(FakeFault fault, string labels, int attempts)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        using var readings = new MeterReadings(harness.Meter);
        harness.Fake.State.Script([.. Enumerable.Repeat(fault, attempts)]);
        if (fault == FakeFault.None) await harness.DrawAsync();
        else await harness.FailAsync();

        Assert.Equal(attempts, readings[$"chartcast.chart_img.attempts{{{labels}}}"]);
        Assert.Equal(attempts, harness.Fake.State.CallCount);
        Assert.Equal(attempts, readings.Observed()["chartcast.chart_img.attempts.today{plan=unknown}"]);
    }

    [Fact]
    public async Task Attempts_ThatAreCutOff_AreCounted_AsInTheBook()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        using var readings = new MeterReadings(harness.Meter);
        harness.Fake.State.Script(FakeFault.HangBeforeHeaders);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<ChartProduct> drawing = harness.StartDrawing(cancellation: giveUp.Token);
        await harness.Fake.State.NextCallAsync(TestContext.Current.CancellationToken);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing);

        Assert.Equal(1, readings["chartcast.chart_img.attempts{endpoint=advanced,error.type=cancelled,status=none}"]);
        Assert.Equal(1, harness.Account.Usage().Today);
    }

    [Fact]
    public async Task RateWait_IsTheTimeThatCallsWaited()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(
            limits: new AccountLimits { PerSecond = 1, Burst = 2 });
        using var readings = new MeterReadings(harness.Meter);
        await harness.DrawAsync("""{"symbol":"A:A"}""");
        Assert.Equal(0, readings.Observed()["chartcast.chart_img.rate_wait"]);
        await harness.DrawAsync("""{"symbol":"A:B"}""");
        Assert.Equal(1, readings.Observed()["chartcast.chart_img.rate_wait"]);
    }

    [Fact]
    public async Task Lookups_TellHitsMissesAndCoalescedOnes()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        using var readings = new MeterReadings(harness.Meter);
        harness.Fake.State.Script(new FakeAnswer(FakeFault.Slow, Delay: TimeSpan.FromMilliseconds(300)));
        Task<ChartProduct> first = harness.StartDrawing();
        await harness.Fake.State.NextCallAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(first, harness.StartDrawing());
        await harness.DrawAsync();

        Assert.Equal(1, harness.Fake.State.CallCount);
        Assert.Equal(
            (1, 1, 1),
            (readings[Lookups + "{result=miss}"], readings[Lookups + "{result=coalesced}"], readings[Lookups + "{result=hit}"]));
    }

    [Fact]
    public async Task Lookups_TellStalePictures_BesideTheirMiss()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        using var readings = new MeterReadings(harness.Meter);
        const string Asked = """{"symbol":"A:B","provider":"chart-img"}""";
        await harness.DrawAsync(Asked);
        harness.Time.Advance(TimeSpan.FromHours(2));
        harness.Fake.State.Script(FakeFault.LimitExceeded);
        await harness.DrawAsync(Asked);

        Assert.Equal((2, 1), (readings[Lookups + "{result=miss}"], readings[Lookups + "{result=stale}"]));
        Assert.Equal(1, readings.Observed()["chartcast.chart_img.exhausted{plan=unknown}"]);
    }

    [Fact]
    public async Task Circuit_IsOpen_AfterFailureUponFailure()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        using var readings = new MeterReadings(harness.Meter);
        const string Circuit = "chartcast.chart_img.circuit.state";
        Assert.Equal(1, readings.Observed()[Circuit + "{endpoint=advanced,state=closed}"]);
        harness.Fake.State.Script([.. Enumerable.Repeat(FakeFault.NotImplemented, 100)]);
        int calls = -1;
        while (harness.Fake.State.CallCount > calls)
        {
            calls = harness.Fake.State.CallCount;
            await harness.FailAsync();
        }

        readings.Observed();
        Assert.Equal(
            (0, 1), (readings[Circuit + "{endpoint=advanced,state=closed}"], readings[Circuit + "{endpoint=advanced,state=open}"]));
        Assert.Equal(1, readings[Circuit + "{endpoint=layout,state=closed}"]);
    }

    [Fact]
    public async Task Look_ReadsTheBookOnceASecond_AndGivesNothingWhileItIsBroken()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountPlans.Find("pro"));
        Assert.Equal((0, 500), (harness.Account.Look()!.Usage.Today, harness.Account.Look()!.Left));
        await harness.DrawAsync();
        Assert.Equal(0, harness.Account.Look()!.Usage.Today);
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, 499), (harness.Account.Look()!.Usage.Today, harness.Account.Look()!.Left));

        harness.Ledger.Dispose();
        string book = Path.Combine(harness.StatePath, SqliteAccountLedger.FileName);
        await File.WriteAllTextAsync(book, new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.NotNull(harness.Account.Look());
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(harness.Account.Look());
        using var readings = new MeterReadings(harness.Meter);
        Assert.DoesNotContain(readings.Observed().Series, series => series.Contains("plan=", StringComparison.Ordinal));
        Assert.Equal(0, readings["chartcast.chart_img.book_readable"]);
    }
}
