using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgResilienceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimerWatch _time = new(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
    private readonly List<TimeSpan> _waits = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_DoublesTheWait_SpreadByChance()
    {
        ChartImgReply reply = await RunAsync(Failure(int.MaxValue), Failure(int.MaxValue), Failure(int.MaxValue));

        Assert.NotNull(reply.Error);
        Assert.Equal([Second * 0.75, Second * 1.5], _waits);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Run_WaitsAsLongAsItWasAsked(int seconds)
    {
        await RunAsync(RateLimit(Second * seconds), new ChartImgReply(null, null));
        Assert.Equal([Second * seconds], _waits);
    }

    [Fact]
    public async Task Run_EndsAtOnce_WhenTheWaitIsLongerThanTheTimeLeft()
    {
        ChartImgReply reply = await RunAsync(RateLimit(Second * 60), new ChartImgReply(null, null));

        Assert.Empty(_waits);
        Assert.Equal(Second * 60, reply.RetryAfter);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(int.MaxValue, 3)]
    public async Task Run_MakesAsManyAttemptsAsTheFailureIsWorth(int retries, int attempts)
    {
        int made = 0;
        ChartImgResilience resilience = Resilience();
        Task<ChartImgReply> run = resilience.RunAsync(
            (_, _) =>
            {
                made++;
                return Task.FromResult(Failure(retries));
            },
            (_, _) => { },
            Token);
        await PassAsync(run);
        Assert.Equal(attempts, made);
    }

    [Fact]
    public async Task Run_LetsNoOtherCallOut_WhileTheRateLimitIsInForce()
    {
        ChartImgResilience resilience = Resilience();
        ChartImgReply limited = await resilience.RunAsync(
            (_, _) => Task.FromResult(RateLimit(Second * 40)), (_, _) => { }, Token);
        int made = 0;

        ChartImgReply refused = await resilience.RunAsync(Count, (_, _) => { }, Token);
        _time.Advance(Second * 40);
        ChartImgReply free = await resilience.RunAsync(Count, (_, _) => { }, Token);

        Assert.Equal(ChartErrorCode.UpstreamRateLimited, limited.Error!.Code);
        Assert.Equal((ChartErrorCode.UpstreamRateLimited, Second * 40), (refused.Error!.Code, refused.Error.RetryAfter));
        Assert.Null(free.Error);
        Assert.Equal(1, made);

        Task<ChartImgReply> Count(int attempt, CancellationToken token)
        {
            made++;
            return Task.FromResult(new ChartImgReply(null, null));
        }
    }

    private static ChartImgReply Failure(int retries) =>
        ChartImgReply.Failed(ChartErrorCode.UpstreamFailed, "It failed.", retries);

    private static ChartImgReply RateLimit(TimeSpan retryAfter) =>
        ChartImgReply.Failed(ChartErrorCode.UpstreamRateLimited, "Too fast.", int.MaxValue) with { RetryAfter = retryAfter };

    private ChartImgResilience Resilience() =>
        new(new ChartImgOptions { ApiKey = "key" }, _time, new LogCapture(), () => 0.25);

    private async Task<ChartImgReply> RunAsync(params ChartImgReply[] replies)
    {
        Task<ChartImgReply> run = Resilience().RunAsync(
            (attempt, _) => Task.FromResult(replies[attempt - 1]), (wait, _) => _waits.Add(wait), Token);
        return await PassAsync(run);
    }

    private async Task<ChartImgReply> PassAsync(Task<ChartImgReply> run)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _ = run.ContinueWith(_ => done.Cancel(), Token, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            while (!run.IsCompleted) _time.Advance(await _time.NextTimerAsync(Second * 0.1, Second * 9, done.Token));
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            // The run is over.
        }

        return await run;
    }
}
