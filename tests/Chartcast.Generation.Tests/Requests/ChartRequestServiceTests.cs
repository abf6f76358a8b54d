using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Requests;

public sealed class ChartRequestServiceTests : IAsyncLifetime
{
    private static readonly ChartCaller Caller = new("client-1", "guide");

    private readonly ServiceBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Submit_StoresAndTellsEveryStep_WhenTheChartIsDrawn()
    {
        ChartRequestService service = _bench.Start((_, progress, _) =>
        {
            progress.Report(new ChartStep(10, "Reading bars"));
            progress.Report(new ChartStep(5, "never told, as it falls back"));
            progress.Report(new ChartStep(80, "Encoding\nPNG"));
            return Task.FromResult(Product());
        });

        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);
        ChartRecord done = await service.WaitAsync(asked.RequestId, Token);

        Assert.Equal(ChartStatus.Queued, asked.Status);
        Assert.Equal(ChartStatus.Completed, done.Status);
        Assert.Equivalent(done, await service.FindAsync(asked.RequestId, Token), strict: true);
        IReadOnlyList<ChartEvent> events = await _bench.EventsAsync(asked.RequestId);
        Assert.Equal(
            [ChartEventKind.Queued, ChartEventKind.Started, ChartEventKind.Progress, ChartEventKind.Completed],
            events.Select(one => one.Draft.Kind).Where((kind, i) => i < 3 || kind == ChartEventKind.Completed));
        Assert.Equal("Chart generation started for NASDAQ:AAPL", events[1].Draft.Message);
        Assert.Equal("Encoding PNG", events[^2].Draft.Message);
        Assert.Equal("Chart generation completed for NASDAQ:AAPL", events[^1].Draft.Message);
        Assert.Equal((100, 0L), (events[^1].Draft.Percent, events[^1].Draft.ProcessingTimeMs));
        AssertRising(events);
    }

    [Fact]
    public async Task Submit_SharesOnePieceOfWork_WhenTwoAskForTheSame()
    {
        var gate = new TaskCompletionSource();
        ScriptedProvider provider = new(async (_, _, _) =>
        {
            await gate.Task;
            return Product();
        });
        ChartRequestService service = _bench.Start(provider);

        ChartRecord one = await service.SubmitAsync(Request(), Caller, Token);
        await _bench.UntilAsync(one.RequestId, ChartEventKind.Started);
        ChartRecord two = await service.SubmitAsync(Request(), new ChartCaller("client-2", "mcp"), Token);
        ChartRecord other = await service.SubmitAsync(Request("DEMO:BTC"), Caller, Token);
        await _bench.UntilAsync(two.RequestId, ChartEventKind.Started);
        gate.SetResult();

        foreach (ChartRecord record in new[] { one, two, other })
        {
            Assert.Equal(ChartStatus.Completed, (await service.WaitAsync(record.RequestId, Token)).Status);
            Assert.NotNull(await _bench.Store.FindImageAsync(record.RequestId, Token));
            IReadOnlyList<ChartEvent> events = await _bench.EventsAsync(record.RequestId);
            Assert.Equal(
                [ChartEventKind.Queued, ChartEventKind.Started, ChartEventKind.Completed],
                events.Select(step => step.Draft.Kind));
            Assert.All(events, step => Assert.Equal(record.Caller.ClientId, step.Draft.ClientId));
        }

        Assert.Equal(2, provider.Calls);
    }

    [Fact]
    public async Task Cancel_LeavesSharedWorkToTheOthers_AndTheLastOneEndsIt()
    {
        var cancelled = new TaskCompletionSource();
        ScriptedProvider provider = new(async (_, _, token) =>
        {
            await using var registration = token.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
            token.ThrowIfCancellationRequested();
            return Product();
        });
        ChartRequestService service = _bench.Start(provider);
        ChartRecord one = await service.SubmitAsync(Request(), Caller, Token);
        ChartRecord two = await service.SubmitAsync(Request(), Caller, Token);
        await _bench.UntilAsync(two.RequestId, ChartEventKind.Started);

        Assert.True(await service.CancelAsync(one.RequestId, Token));
        Assert.False(cancelled.Task.IsCompleted);
        Assert.False(await service.CancelAsync(one.RequestId, Token));
        Assert.True(await service.CancelAsync(two.RequestId, Token));
        await cancelled.Task.WaitAsync(Token);

        ChartEvent last = (await _bench.EventsAsync(two.RequestId))[^1];
        Assert.Equal(ChartEventKind.Cancelled, last.Draft.Kind);
        Assert.NotNull(last.Draft.ProcessingTimeMs);
        Assert.False(await service.CancelAsync("req_1_unknown", Token));
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task Submit_IsBusyAtOnce_AndStoresNothing_WhenTheQueueIsFull()
    {
        var gate = new TaskCompletionSource();
        ChartRequestService service = _bench.Start(
            async (_, _, _) =>
            {
                await gate.Task;
                return Product();
            },
            new ChartRequestOptions { QueueCapacity = 2, Parallelism = 1 });
        ChartRecord running = await service.SubmitAsync(Request("DEMO:A"), Caller, Token);
        await _bench.UntilAsync(running.RequestId, ChartEventKind.Started);
        await service.SubmitAsync(Request("DEMO:B"), Caller, Token);
        ChartRecord last = await service.SubmitAsync(Request("DEMO:C"), Caller, Token);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(
            () => service.SubmitAsync(Request("DEMO:D"), Caller, Token));

        Assert.Equal(ChartErrorCode.Busy, refused.Error.Code);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Error.RetryAfter);
        Assert.Equal(3, (await service.RecentAsync(new RecentFilter(10), Token)).Count);
        // Another request for a chart that waits already needs no place of its own.
        ChartRecord same = await service.SubmitAsync(Request("DEMO:C"), Caller, Token);
        Assert.True(await service.CancelAsync(same.RequestId, Token));
        Assert.True(await service.CancelAsync(last.RequestId, Token));
        Assert.Equal(1, service.WaitingCount);
        await service.SubmitAsync(Request("DEMO:D"), Caller, Token);
        gate.SetResult();
    }

    [Fact]
    public async Task ChartsOfAnOutsideService_WaitForItTogether_AndHoldUpNoneThatIsDrawnHere()
    {
        const int Many = 30;
        var gate = new TaskCompletionSource();
        using var asked = new SemaphoreSlim(0);
        var outside = new ScriptedProvider(
            async (_, _, _) =>
            {
                asked.Release();
                await gate.Task;
                return Product();
            },
            callsOutside: true);
        var here = new ScriptedProvider((_, _, _) => Task.FromResult(Product()));
        ChartRequestService service = _bench.Start(
            request => request.Symbol.Exchange == "DEMO" ? here : outside,
            new ChartRequestOptions { Parallelism = 1, OutsideParallelism = Many });
        var records = new List<ChartRecord>();
        for (int i = 0; i <= Many; i++) records.Add(await service.SubmitAsync(Request($"NASDAQ:S{i}"), Caller, Token));
        for (int i = 0; i < Many; i++) await asked.WaitAsync(Token);

        ChartRecord drawn = await service.SubmitAsync(Request("DEMO:BTC"), Caller, Token);
        Assert.Equal(ChartStatus.Completed, (await service.WaitAsync(drawn.RequestId, Token)).Status);
        Assert.Equal((Many, 1), (outside.Calls, service.WaitingCount));
        gate.SetResult();
        foreach (ChartRecord record in records)
            Assert.Equal(ChartStatus.Completed, (await service.WaitAsync(record.RequestId, Token)).Status);
    }

    [Fact]
    public async Task Submit_FailsAsTimeout_AndCancelsTheProvider_WhenTheDeadlinePasses()
    {
        var cancelled = new TaskCompletionSource();
        ChartRequestService service = _bench.Start(async (_, _, token) =>
        {
            await using var registration = token.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, token);
            return Product();
        });
        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);
        await _bench.UntilAsync(asked.RequestId, ChartEventKind.Started);

        _bench.Time.Advance(TimeSpan.FromSeconds(60));

        ChartRecord ended = await service.WaitAsync(asked.RequestId, Token);
        Assert.Equal((ChartStatus.Failed, ChartErrorCode.Timeout), (ended.Status, ended.Error!.Code));
        Assert.Equal(60_000, ended.ProcessingTimeMs);
        Assert.Contains("60 s", ended.Error.Message, StringComparison.Ordinal);
        await cancelled.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Progress_IsToldAtMostFiveTimesASecond_FirstAndLastAlways()
    {
        var reported = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        ChartRequestService service = _bench.Start(async (_, progress, _) =>
        {
            for (int percent = 2; percent <= 50; percent++) progress.Report(new ChartStep(percent, $"step {percent}"));
            reported.SetResult();
            await gate.Task;
            for (int percent = 51; percent <= 99; percent++) progress.Report(new ChartStep(percent, $"step {percent}"));
            return Product();
        },
        new ChartRequestOptions { Deadline = TimeSpan.FromHours(1) });
        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);
        await reported.Task.WaitAsync(Token);
        await _bench.UntilAsync(asked.RequestId, ChartEventKind.Progress);
        Task halfway = _bench.UntilPercentAsync(asked.RequestId, 50);
        while (!halfway.IsCompleted)
        {
            _bench.Time.Advance(TimeSpan.FromMilliseconds(200));
            // Real time for the store's thread: made-up time must not run into the deadline meanwhile.
            await Task.WhenAny(halfway, Task.Delay(1, Token));
        }

        gate.SetResult();
        await service.WaitAsync(asked.RequestId, Token);

        IReadOnlyList<ChartEvent> events = await _bench.EventsAsync(asked.RequestId);
        List<int> told =
            [.. events.Where(one => one.Draft.Kind == ChartEventKind.Progress).Select(one => one.Draft.Percent)];
        Assert.InRange(told.Count, 2, 4);
        Assert.Contains(50, told);
        Assert.Equal(99, told[^1]);
        AssertRising(events);
    }

    [Fact]
    public async Task Submit_TellsAnIncidentAndNothingElse_WhenTheProviderHasABug()
    {
        ChartRequestService service = _bench.Start(
            (_, _, _) => throw new InvalidOperationException("secret detail in /home/someone"));
        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);

        ChartRecord ended = await service.WaitAsync(asked.RequestId, Token);

        Assert.Equal(ChartErrorCode.Internal, ended.Error!.Code);
        Assert.Matches(@"^The chart could not be made .* Report it as inc_\w{10}\.$", ended.Error.Message);
        string incident = ended.Error.Message.Split(' ')[^1].TrimEnd('.');
        Assert.Contains(_bench.Logged(), line => line.Contains(incident, StringComparison.Ordinal));
        ChartEvent last = (await _bench.EventsAsync(asked.RequestId))[^1];
        Assert.Equal(
            $"Chart generation failed for NASDAQ:AAPL: {ended.Error.Message}", last.Draft.Message);
    }

    [Fact]
    public async Task Submit_TellsTheDomainsError_WhenTheChartCannotBeMade()
    {
        ChartRequestService service = _bench.Start(
            (_, _, _) => throw new ChartException(ChartErrorCode.NoData, "There are no bars in this range."));
        ChartRecord asked = await service.SubmitAsync(Request(), Caller, Token);

        ChartRecord ended = await service.WaitAsync(asked.RequestId, Token);

        Assert.Equal(ChartErrorCode.NoData, ended.Error!.Code);
        ChartEvent last = (await _bench.EventsAsync(asked.RequestId))[^1];
        Assert.Equal("Chart generation failed for NASDAQ:AAPL: There are no bars in this range.", last.Draft.Message);
        Assert.Equal(ChartErrorCode.NoData, last.Draft.Error!.Code);
    }

    [Fact]
    public async Task Observer_IsToldEveryEventInOrder_FromTheFirst()
    {
        ChartRequestService service = _bench.Start((_, _, _) => Task.FromResult(Product()));
        var told = new List<ChartEvent>();
        var final = new TaskCompletionSource();

        ChartRecord asked = await service.SubmitAsync(
            Request(), Caller,
            step =>
            {
                told.Add(step);
                if (step.Draft.Kind == ChartEventKind.Completed) final.SetResult();
            },
            Token);
        await final.Task.WaitAsync(Token);

        Assert.Equal(
            (await _bench.EventsAsync(asked.RequestId)).Select(step => step.Sequence), told.Select(step => step.Sequence));
    }

    [Fact]
    public async Task Wait_Refuses_WhenTheIdIsUnknown()
    {
        ChartRequestService service = _bench.Start((_, _, _) => Task.FromResult(Product()));

        ChartException refused = await Assert.ThrowsAsync<ChartException>(() => service.WaitAsync("req_1_x", Token));

        Assert.Equal(ChartErrorCode.UnknownRequest, refused.Error.Code);
    }

    [Fact]
    public void Options_AreRefusedByName_WhenOutOfRange()
    {
        var options = new ChartRequestOptions { QueueCapacity = 0 };

        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(options.Validate);

        Assert.Contains("QueueCapacity must be between 1 and 100000", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRising(IReadOnlyList<ChartEvent> events)
    {
        for (int i = 1; i < events.Count; i++)
            Assert.True(events[i].Draft.Percent > events[i - 1].Draft.Percent, "Percent must rise strictly.");
    }
}
