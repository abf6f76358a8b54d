using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores.ChartImg;
using Chartcast.Generation.Tests.Stores;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgResilienceTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimerWatch _time = new(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
    private readonly WaitList _waits = new();
    private readonly TemporaryDirectory _directory = new();
    private SqliteAccountLedger? _ledger;

    public void Dispose()
    {
        _ledger?.Dispose();
        _directory.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_DoublesTheWait_SpreadByChance()
    {
        ChartImgReply reply = await RunAsync(Failure(int.MaxValue), Failure(int.MaxValue), Failure(int.MaxValue));

        Assert.NotNull(reply.Error);
        Assert.Equal([Second * 0.75, Second * 1.5], _waits.OfAttempts);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Run_WaitsAsLongAsItWasAsked(int seconds)
    {
        await RunAsync(RateLimit(Second * seconds), new ChartImgReply(null, null));
        Assert.Equal([Second * seconds], _waits.OfAttempts);
    }

    [Fact]
    public async Task Run_EndsAtOnce_WhenTheWaitIsLongerThanTheTimeLeft()
    {
        ChartImgReply reply = await RunAsync(RateLimit(Second * 60), new ChartImgReply(null, null));

        Assert.Empty(_waits.OfAttempts);
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
            _waits,
            Token);
        await PassAsync(run);
        Assert.Equal(attempts, made);
    }

    [Fact]
    public async Task Run_LetsNoOtherCallOut_WhileTheRateLimitIsInForce()
    {
        ChartImgResilience resilience = Resilience();
        ChartImgReply limited = await resilience.RunAsync(
            (_, _) => Task.FromResult(RateLimit(Second * 60)), _waits, Token);
        int made = 0;

        ChartImgReply refused = await resilience.RunAsync(Count, _waits, Token);
        _time.Advance(Second * 60);
        ChartImgReply free = await resilience.RunAsync(Count, _waits, Token);

        Assert.Equal(ChartErrorCode.UpstreamRateLimited, limited.Error!.Code);
        Assert.Equal((ChartErrorCode.UpstreamRateLimited, Second * 60), (refused.Error!.Code, refused.Error.RetryAfter));
        Assert.Null(free.Error);
        Assert.Equal(1, made);

        Task<ChartImgReply> Count(int attempt, CancellationToken token)
        {
            made++;
            return Task.FromResult(new ChartImgReply(null, null));
        }
    }

    [Fact]
    public async Task Run_CallsNobody_WhenNearlyEveryCallFailed_AndAgainAfterAWhile()
    {
        var options = new ChartImgOptions { ApiKey = "key", MaximumAttempts = 1, BreakMinimum = 4 };
        ChartImgResilience resilience = Resilience(options);
        int made = 0;
        for (int i = 0; i < 4; i++) await resilience.RunAsync(Fail, _waits, Token);

        ChartImgReply refused = await resilience.RunAsync(Fail, _waits, Token);
        _time.Advance(options.BreakDuration);
        await resilience.RunAsync(Fail, _waits, Token);

        Assert.Equal(ChartErrorCode.UpstreamFailed, refused.Error!.Code);
        Assert.Equal(options.BreakDuration, refused.RetryAfter);
        Assert.Equal(5, made);
        Assert.Equal(5, _ledger!.Usage().Today);

        Task<ChartImgReply> Fail(int attempt, CancellationToken token)
        {
            made++;
            return Task.FromResult(Failure(0));
        }
    }

    [Fact]
    public async Task Run_DoesNotTakeRefusalsForFailures()
    {
        var options = new ChartImgOptions { ApiKey = "key", BreakMinimum = 2 };
        ChartImgResilience resilience = Resilience(options);
        int made = 0;
        for (int i = 0; i < 8; i++)
        {
            await resilience.RunAsync(
                (_, _) =>
                {
                    made++;
                    return Task.FromResult(ChartImgReply.Failed(ChartErrorCode.UpstreamRefused, "No."));
                },
                _waits, Token);
        }

        Assert.Equal(8, made);
    }

    private static ChartImgReply Failure(int retries) =>
        ChartImgReply.Failed(ChartErrorCode.UpstreamFailed, "It failed.", retries);

    private static ChartImgReply RateLimit(TimeSpan retryAfter) =>
        ChartImgReply.Failed(ChartErrorCode.UpstreamRateLimited, "Too fast.", int.MaxValue) with { RetryAfter = retryAfter };

    private ChartImgResilience Resilience(ChartImgOptions? options = null)
    {
        options ??= new ChartImgOptions { ApiKey = "key" };
        _ledger ??= new SqliteAccountLedger(_directory.Path, options.ApiKey, _time);
        var account = new ChartImgAccount(
            _ledger, new AccountLimits { PerSecond = 1_000, Burst = 1_000 }, _time);
        return new(options, options.Advanced, account, _time, new LogCapture(), () => 0.25, "advanced", null);
    }

    private async Task<ChartImgReply> RunAsync(params ChartImgReply[] replies)
    {
        Task<ChartImgReply> run = Resilience().RunAsync(
            (attempt, _) => Task.FromResult(replies[attempt - 1]), _waits, Token);
        return await PassAsync(run);
    }

    private sealed class WaitList : IChartImgWaits
    {
        public List<TimeSpan> OfAttempts { get; } = [];

        public void ForTheNextAttempt(TimeSpan wait, int nextAttempt) => OfAttempts.Add(wait);

        public void ForTheRate(TimeSpan wait)
        {
        }
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
