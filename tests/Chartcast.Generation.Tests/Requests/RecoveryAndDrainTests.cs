using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Requests;

public sealed class RecoveryAndDrainTests : IAsyncLifetime
{
    private static readonly ChartCaller Caller = new("client-1", "guide");

    private readonly ServiceBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Start_RunsAgainWhatReachedNoProvider_AndFailsTheRest()
    {
        await LeaveAsync("req_1_queued", null, 0);
        await LeaveAsync("req_1_started", reachedProvider: false, attempts: 1);
        await LeaveAsync("req_1_reached", reachedProvider: true, attempts: 1);
        await LeaveAsync("req_1_again", reachedProvider: false, attempts: 3);
        await _bench.RestartAsync();
        ChartRequestService service = _bench.Start((_, _, _) => Task.FromResult(Product()));

        await service.StartAsync(Token);

        Assert.Equal(ChartStatus.Completed, (await service.WaitAsync("req_1_queued", Token)).Status);
        ChartRecord started = await service.WaitAsync("req_1_started", Token);
        Assert.Equal((ChartStatus.Completed, 2), (started.Status, started.Attempts));
        Assert.Equal(
            [ChartEventKind.Queued, ChartEventKind.Started, ChartEventKind.Queued, ChartEventKind.Started,
                ChartEventKind.Completed],
            (await _bench.EventsAsync("req_1_started")).Select(one => one.Draft.Kind));
        foreach (string id in new[] { "req_1_reached", "req_1_again" })
        {
            ChartRecord failed = await service.WaitAsync(id, Token);
            Assert.Equal((ChartStatus.Failed, ChartErrorCode.Interrupted), (failed.Status, failed.Error!.Code));
            ChartEvent last = (await _bench.EventsAsync(id))[^1];
            Assert.Equal(ChartEventKind.Failed, last.Draft.Kind);
            Assert.NotNull(last.Draft.ProcessingTimeMs);
        }

        Assert.Empty(await _bench.Store.UnfinishedAsync(Token));
    }

    [Fact]
    public async Task Draw_IsStoredAsReached_BeforeAProviderOutsideIsCalled()
    {
        ChartRecord? seen = null;
        ScriptedProvider provider = new(
            async (request, _, token) =>
            {
                seen = (await _bench.Store.RecentAsync(new RecentFilter(1), token))[0];
                return Product(request.Symbol.ToString());
            },
            callsOutside: true);
        ChartRequestService service = _bench.Start(provider);

        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);
        await service.WaitAsync(asked.RequestId, Token);

        Assert.Equal((ChartStatus.Started, true), (seen!.Status, seen.ReachedProvider));
    }

    [Fact]
    public async Task Drain_FinishesWhatRuns_AndLeavesTheRestQueued()
    {
        var gate = new TaskCompletionSource();
        ChartRequestService service = _bench.Start(
            async (_, _, _) =>
            {
                await gate.Task;
                return Product();
            },
            new ChartRequestOptions { Parallelism = 1 });
        ChartRecord running = await service.SubmitAsync(Request("DEMO:A"), Caller, Token);
        await _bench.UntilAsync(running.RequestId, ChartEventKind.Started);
        ChartRecord waiting = await service.SubmitAsync(Request("DEMO:B"), Caller, Token);

        Task draining = service.DrainAsync(Token);

        Assert.Equal(ChartStatus.Queued, (await service.WaitAsync(waiting.RequestId, Token)).Status);
        ChartException refused = await Assert.ThrowsAsync<ChartException>(
            () => service.SubmitAsync(Request("DEMO:C"), Caller, Token));
        Assert.Equal(ChartErrorCode.Busy, refused.Error.Code);
        Assert.Contains("shutting down", refused.Error.Message, StringComparison.Ordinal);
        Assert.False(draining.IsCompleted);
        gate.SetResult();
        await draining;
        Assert.Equal(ChartStatus.Completed, (await service.WaitAsync(running.RequestId, Token)).Status);

        await _bench.RestartAsync();
        service = _bench.Start((_, _, _) => Task.FromResult(Product()));
        await service.StartAsync(Token);
        Assert.Equal(ChartStatus.Completed, (await service.WaitAsync(waiting.RequestId, Token)).Status);
    }

    [Theory]
    [InlineData(true, ChartStatus.Failed)]
    [InlineData(false, ChartStatus.Started)]
    public async Task Drain_GivesUpAtItsLimit(bool callsOutside, ChartStatus left)
    {
        ScriptedProvider provider = new(
            async (_, _, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Product();
            },
            callsOutside);
        ChartRequestService service = _bench.Start(provider);
        ChartRecord running = await service.SubmitAsync(Request(), Caller, Token);
        await _bench.UntilAsync(running.RequestId, ChartEventKind.Started);

        Task draining = service.DrainAsync(Token);
        _bench.Time.Advance(TimeSpan.FromSeconds(25));
        await draining;

        ChartRecord? record = await _bench.Store.FindAsync(running.RequestId, Token);
        Assert.Equal(left, record!.Status);
        if (callsOutside) Assert.Equal(ChartErrorCode.Interrupted, record.Error!.Code);
    }

    [Fact]
    public async Task End_IsToldAtOnceAndStoredLater_WhenTheStoreCannotWrite()
    {
        var failing = new FailingStore(_bench.Store);
        ChartRequestService service = _bench.Start(
            new ScriptedProvider((_, _, _) =>
            {
                failing.IsFull = true;
                return Task.FromResult(Product());
            }),
            store: failing);
        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);

        ChartRecord ended = await service.WaitAsync(asked.RequestId, Token);
        Assert.Equal((ChartStatus.Failed, ChartErrorCode.StorageUnavailable), (ended.Status, ended.Error!.Code));
        Assert.Equal(ChartStatus.Failed, (await service.FindAsync(asked.RequestId, Token))!.Status);

        await failing.Refused.WaitAsync(Token);
        failing.IsFull = false;
        Task stored = _bench.UntilAsync(asked.RequestId, ChartEventKind.Failed);
        while (!stored.IsCompleted)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }

        Assert.Equal(ChartStatus.Failed, (await _bench.Store.FindAsync(asked.RequestId, Token))!.Status);
    }

    private async Task LeaveAsync(string id, bool? reachedProvider, int attempts)
    {
        ChartRecord record = Record(id, "DEMO:" + id[6..].ToUpperInvariant());
        await _bench.Store.AddAsync(record, Draft(id, ChartEventKind.Queued), Token);
        if (reachedProvider is not { } reached) return;
        await _bench.Store.UpdateAsync(
            record with { Status = ChartStatus.Started, ReachedProvider = reached, Attempts = attempts },
            Draft(id, ChartEventKind.Started), null, Token);
    }
}
