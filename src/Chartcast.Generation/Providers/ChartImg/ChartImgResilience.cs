using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Decides how often and when a call is made again.</summary>
/// <remarks>
/// Around everything the total time, around each attempt its own. Again after: the rate limit, 500, 502, 503 and 504
/// (as often
/// as attempts allow); a broken connection, a silent one and a bad picture (once). Never after another refusal. The
/// wait is
/// what <c>Retry-After</c> says, else it doubles from about a second, spread by chance; a wait that would not leave
/// time for
/// an attempt ends the call at once and is told to the caller. While the rate limit is in force no other call goes out.
/// </remarks>
internal sealed partial class ChartImgResilience
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("chart-img");
    private static readonly TimeSpan ShortestAttempt = TimeSpan.FromSeconds(1);

    private readonly ChartImgOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<double> _chance;
    private readonly ResiliencePipeline<ChartImgReply> _pipeline;
    private long _notBeforeTicks;

    /// <summary>Builds the pipeline.</summary>
    /// <param name="options">Limits; checked.</param>
    /// <param name="time">The clock of all waits.</param>
    /// <param name="logger">Hears of waits.</param>
    /// <param name="chance">Gives numbers from 0 to below 1 that spread the waits.</param>
    public ChartImgResilience(ChartImgOptions options, TimeProvider time, ILogger logger, Func<double> chance)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _chance = chance;
        _pipeline = new ResiliencePipelineBuilder<ChartImgReply> { TimeProvider = time }
            .AddTimeout(options.TotalTimeout)
            .AddRetry(new RetryStrategyOptions<ChartImgReply>
            {
                MaxRetryAttempts = Math.Max(1, options.MaximumAttempts - 1),
                ShouldHandle = arguments => ValueTask.FromResult(Plan(arguments.Context, arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(CallOf(arguments.Context).Delay),
                OnRetry = arguments => Announce(CallOf(arguments.Context)),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <summary>Makes a call until it succeeds or is not worth another attempt.</summary>
    /// <param name="attempt">Makes one attempt; its number is 1 for the first.</param>
    /// <param name="onWait">Hears how long the wait before the next attempt is, and its number.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async Task<ChartImgReply> RunAsync(
        Func<int, CancellationToken, Task<ChartImgReply>> attempt,
        Action<TimeSpan, int> onWait,
        CancellationToken cancellationToken)
    {
        var call = new Call(_time.GetTimestamp(), onWait);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                async (inner, make) =>
                {
                    Call current = CallOf(inner);
                    if (await HoldAsync(current, inner.CancellationToken) is { } refused) return refused;
                    current.Attempt++;
                    ChartImgReply reply = await make(current.Attempt, inner.CancellationToken);
                    if (reply.Error?.Code == ChartErrorCode.UpstreamRateLimited) Hold(reply.RetryAfter);
                    return reply;
                },
                context,
                attempt);
        }
        catch (TimeoutRejectedException)
        {
            return ChartImgErrors.TimedOut(_time.GetElapsedTime(call.Started));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private bool Plan(ResilienceContext context, Outcome<ChartImgReply> outcome)
    {
        Call call = CallOf(context);
        if (outcome.Exception is not (null or TimeoutRejectedException)) return false;
        int worth = outcome.Exception is null ? outcome.Result!.Retries : 1;
        if (call.Attempt == 0 || call.Attempt > Math.Min(worth, _options.MaximumAttempts - 1)) return false;
        TimeSpan delay = outcome.Result?.RetryAfter ?? BackOff(call.Attempt);
        if (_time.GetElapsedTime(call.Started) + delay + ShortestAttempt > _options.TotalTimeout) return false;
        call.Delay = delay;
        call.Reason = outcome.Result?.Error?.Code ?? ChartErrorCode.UpstreamTimeout;
        return true;
    }

    private TimeSpan BackOff(int attempt) => _options.BaseDelay * (1 << (attempt - 1)) * (0.5 + _chance());

    private ValueTask Announce(Call call)
    {
        LogWait(call.Reason.WireName(), call.Delay.TotalSeconds, call.Attempt + 1);
        call.OnWait(call.Delay, call.Attempt + 1);
        return ValueTask.CompletedTask;
    }

    private void Hold(TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait) Interlocked.Exchange(ref _notBeforeTicks, (_time.GetUtcNow() + wait).UtcTicks);
    }

    /// <summary>Waits while the rate limit is in force; gives the refusal when that would take too long.</summary>
    private async Task<ChartImgReply?> HoldAsync(Call call, CancellationToken cancellationToken)
    {
        TimeSpan wait = new DateTimeOffset(Interlocked.Read(ref _notBeforeTicks), TimeSpan.Zero) - _time.GetUtcNow();
        if (wait <= TimeSpan.Zero) return null;
        if (wait < _options.AttemptTimeout
            && _time.GetElapsedTime(call.Started) + wait + ShortestAttempt <= _options.TotalTimeout)
        {
            await Task.Delay(wait, _time, cancellationToken);
            return null;
        }

        return new ChartImgReply(
            null,
            new ChartError
            {
                Code = ChartErrorCode.UpstreamRateLimited,
                Message = $"Chart-IMG asked to wait: try again in {Math.Ceiling(wait.TotalSeconds)} s.",
                RetryAfter = wait,
            });
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Chart-IMG: {Reason}; attempt {Attempt} follows in {DelaySeconds:0.0} s")]
    private partial void LogWait(string reason, double delaySeconds, int attempt);

    private sealed class Call(long started, Action<TimeSpan, int> onWait)
    {
        public long Started { get; } = started;

        public Action<TimeSpan, int> OnWait { get; } = onWait;

        public int Attempt { get; set; }

        public TimeSpan Delay { get; set; }

        public ChartErrorCode Reason { get; set; }
    }
}
