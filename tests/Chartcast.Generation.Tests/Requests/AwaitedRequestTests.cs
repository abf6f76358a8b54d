using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Requests;

public sealed class AwaitedRequestTests : IAsyncLifetime
{
    private static readonly ChartCaller Caller = new("client-1", "guide");

    private readonly ServiceBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Draw_AnswersWithTheStoredEnd_AndTellsEveryStepInOrder()
    {
        ChartRequestService service = _bench.Start((_, progress, _) =>
        {
            progress.Report(new ChartStep(50, "Half"));
            return Task.FromResult(Product());
        });

        ChartRecord done = await service.DrawAsync(Request(), Caller, null, Token);

        Assert.Equal(ChartStatus.Completed, done.Status);
        Assert.Equivalent(done, await _bench.Store.FindAsync(done.RequestId, Token), strict: true);
        Assert.Equal(
            [ChartEventKind.Queued, ChartEventKind.Started, ChartEventKind.Progress, ChartEventKind.Completed],
            (await _bench.EventsAsync(done.RequestId)).Select(one => one.Draft.Kind));
    }

    [Fact]
    public async Task Draw_RefusesAndLeavesNothing_WhenTheStoreCannotTakeIt_ThoughItWasDrawnMeanwhile()
    {
        var drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var failing = new FailingStore(_bench.Store) { RefusesNew = drawn.Task };
        ChartRequestService service = _bench.Start(
            new ScriptedProvider((_, _, _) =>
            {
                drawn.SetResult();
                return Task.FromResult(Product());
            }),
            store: failing);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(
            () => service.DrawAsync(Request(), Caller, null, Token));

        Assert.Equal(ChartErrorCode.StorageUnavailable, refused.Error.Code);
        Assert.Equal((0, 0), (service.UnfinishedCount, service.WaitingCount));
        await service.DrainAsync(Token);
        Assert.Empty(await _bench.Store.EventsAfterAsync(0, 10, Token));
        Assert.DoesNotContain(_bench.Logged(), line => line.Contains("not stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draw_CallsNobodyOutside_WhenTheRequestCannotBeStored()
    {
        var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var provider = new ScriptedProvider((_, _, _) => Task.FromResult(Product()), callsOutside: true);
        ChartRequestService service = _bench.Start(
            provider, store: new FailingStore(_bench.Store) { RefusesNew = moment.Task });
        Task<ChartRecord> drawing = service.DrawAsync(Request(), Caller, null, Token);
        moment.SetResult();

        Assert.Equal(
            ChartErrorCode.StorageUnavailable,
            (await Assert.ThrowsAsync<ChartException>(() => drawing)).Error.Code);
        await service.DrainAsync(Token);
        Assert.Equal(0, provider.Calls);
    }

    [Fact]
    public async Task Draw_CancelsTheRequest_WhenTheAskerLeaves()
    {
        using var asker = new CancellationTokenSource();
        ChartRequestService service = _bench.Start(async (_, _, cancellationToken) =>
        {
            await asker.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Product();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.DrawAsync(Request(), Caller, null, asker.Token));

        ChartRecord left = Assert.Single(await service.RecentAsync(new RecentFilter(10), Token));
        Assert.Equal(ChartStatus.Cancelled, left.Status);
    }

    [Fact]
    public async Task OutsideService_IsCalled_OnceItIsStoredThatItWillBe()
    {
        ChartStatus seen = default;
        bool hasReached = false;
        ChartRequestService service = _bench.Start(new ScriptedProvider(
            async (_, _, cancellationToken) =>
            {
                ChartRecord stored = Assert.Single(await _bench.Store.RecentAsync(new RecentFilter(10), cancellationToken));
                (seen, hasReached) = (stored.Status, stored.ReachedProvider);
                return Product();
            },
            callsOutside: true));

        Assert.Equal(ChartStatus.Completed, (await service.DrawAsync(Request(), Caller, null, Token)).Status);
        Assert.Equal((ChartStatus.Started, true), (seen, hasReached));
    }

    [Fact]
    public async Task KeptChart_IsAnswered_WithoutDrawing()
    {
        var provider = new ScriptedProvider(
            (_, _, _) => throw new InvalidOperationException("must not be drawn"), callsOutside: true, kept: Product());
        ChartRequestService service = _bench.Start(provider);

        ChartRecord done = await service.DrawAsync(Request(), Caller, null, Token);

        Assert.Equal((ChartStatus.Completed, 0), (done.Status, provider.Calls));
        Assert.Equal(
            [ChartEventKind.Queued, ChartEventKind.Started, ChartEventKind.Completed],
            (await _bench.EventsAsync(done.RequestId)).Select(one => one.Draft.Kind));
    }
}
