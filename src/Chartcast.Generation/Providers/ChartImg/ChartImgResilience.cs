using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Decides how often and when a call of one endpoint is made again.</summary>
/// <remarks>
/// From the outside in: the total time; the attempts; the circuit breaker; the account's book, where every attempt is
/// counted before it is made; the time of one attempt. Again after: the rate limit, 500, 502, 503 and 504 (as often as
/// attempts allow); a broken connection, a silent one and a bad picture (once). Never after another refusal. The wait
/// is what <c>Retry-After</c> says, else it doubles from about a second, spread by chance; a wait that would not leave
/// time for an attempt ends the call at once and is told to the caller. While the rate limit is in force no other call
/// goes out, of whatever process.
/// </remarks>
internal sealed partial class ChartImgResilience
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("chart-img");
    private static readonly TimeSpan ShortestAttempt = TimeSpan.FromSeconds(1);

    private readonly ChartImgOptions _options;
    private readonly ChartImgTiming _timing;
    private readonly ChartImgAccount _account;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<double> _chance;
    private readonly string _endpoint;
    private readonly ChartImgInstruments? _instruments;
    private readonly ResiliencePipeline<ChartImgReply> _pipeline;
    private readonly ResiliencePipeline<ChartImgReply> _attempt;

    /// <summary>Builds the pipeline.</summary>
    /// <param name="options">Limits; checked.</param>
    /// <param name="timing">Times of the endpoint.</param>
    /// <param name="account">Lets attempts out and counts them.</param>
    /// <param name="time">The clock of all waits.</param>
    /// <param name="logger">Hears of waits.</param>
    /// <param name="chance">Gives numbers from 0 to below 1 that spread the waits.</param>
    /// <param name="endpoint">What its attempts are counted as.</param>
    /// <param name="instruments">Count attempts and waits; null to count nothing.</param>
    public ChartImgResilience(
        ChartImgOptions options, ChartImgTiming timing, ChartImgAccount account, TimeProvider time, ILogger logger,
        Func<double> chance, string endpoint, ChartImgInstruments? instruments)
    {
        _options = options;
        _timing = timing;
        _account = account;
        _time = time;
        _logger = logger;
        _chance = chance;
        _endpoint = endpoint;
        _instruments = instruments;
        var circuit = new CircuitBreakerStateProvider();
        instruments?.Watch(endpoint, circuit);
        _pipeline = new ResiliencePipelineBuilder<ChartImgReply> { TimeProvider = time }
            .AddTimeout(timing.Total)
            .AddRetry(new RetryStrategyOptions<ChartImgReply>
            {
                MaxRetryAttempts = Math.Max(1, options.MaximumAttempts - 1),
                ShouldHandle = arguments => ValueTask.FromResult(Plan(arguments.Context, arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(CallOf(arguments.Context).Delay),
                OnRetry = arguments => Announce(CallOf(arguments.Context)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChartImgReply>
            {
                FailureRatio = options.BreakRatio,
                MinimumThroughput = options.BreakMinimum,
                SamplingDuration = options.BreakWindow,
                BreakDuration = options.BreakDuration,
                StateProvider = circuit,
                ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome)),
                OnOpened = arguments =>
                {
                    LogBroken(arguments.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        _attempt = new ResiliencePipelineBuilder<ChartImgReply> { TimeProvider = time }
            .AddTimeout(timing.Attempt)
            .Build();
    }

    /// <summary>Makes a call until it succeeds or is not worth another attempt.</summary>
    /// <param name="attempt">Makes one attempt; its number is 1 for the first.</param>
    /// <param name="waits">Hears of waits.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async Task<ChartImgReply> RunAsync(
        Func<int, CancellationToken, Task<ChartImgReply>> attempt,
        IChartImgWaits waits,
        CancellationToken cancellationToken)
    {
        var call = new Call(_time.GetTimestamp(), waits);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                async (outer, make) =>
                {
                    Call current = CallOf(outer);
                    TimeSpan left = _timing.Total - _time.GetElapsedTime(current.Started) - ShortestAttempt;
                    if (await _account.AdmitAsync(left, WaitsFor(waits), outer.CancellationToken) is { } refused)
                        return refused;
                    current.Attempt++;
                    return _account.Note(await CountedAsync(current, make, outer.CancellationToken));
                },
                context,
                attempt);
        }
        catch (TimeoutRejectedException)
        {
            return ChartImgErrors.TimedOut(_time.GetElapsedTime(call.Started));
        }
        catch (BrokenCircuitException exception)
        {
            return ChartImgErrors.Broken(exception.RetryAfter ?? _options.BreakDuration);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<ChartImgReply> CountedAsync(
        Call call, Func<int, CancellationToken, Task<ChartImgReply>> make, CancellationToken cancellationToken)
    {
        try
        {
            ChartImgReply reply = await AttemptAsync(call, make, cancellationToken);
            _instruments?.Attempted(_endpoint, reply);
            return reply;
        }
        catch (OperationCanceledException)
        {
            _instruments?.CutOff(_endpoint);
            throw;
        }
    }

    private async Task<ChartImgReply> AttemptAsync(
        Call call, Func<int, CancellationToken, Task<ChartImgReply>> make, CancellationToken cancellationToken)
    {
        long began = _time.GetTimestamp();
        try
        {
            return await _attempt.ExecuteAsync(
                static async (state, token) => await state.Make(state.Attempt, token),
                (Make: make, call.Attempt), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return ChartImgErrors.TimedOut(_time.GetElapsedTime(began));
        }
    }

    private Action<TimeSpan> WaitsFor(IChartImgWaits waits) => _instruments is null
        ? waits.ForTheRate
        : wait =>
        {
            _instruments.Waits(wait);
            waits.ForTheRate(wait);
        };

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool IsFailure(Outcome<ChartImgReply> outcome) =>
        outcome.Exception is TimeoutRejectedException
        || outcome.Result?.Error?.Code is ChartErrorCode.UpstreamFailed or ChartErrorCode.UpstreamTimeout
            or ChartErrorCode.UpstreamBadImage;

    private bool Plan(ResilienceContext context, Outcome<ChartImgReply> outcome)
    {
        Call call = CallOf(context);
        if (outcome.Exception is not null) return false;
        ChartImgReply reply = outcome.Result!;
        if (call.Attempt == 0 || call.Attempt > Math.Min(reply.Retries, _options.MaximumAttempts - 1)) return false;
        TimeSpan delay = reply.RetryAfter ?? BackOff(call.Attempt);
        if (_time.GetElapsedTime(call.Started) + delay + ShortestAttempt > _timing.Total) return false;
        call.Delay = delay;
        call.Reason = reply.Error!.Code;
        return true;
    }

    private TimeSpan BackOff(int attempt) => _options.BaseDelay * (1 << (attempt - 1)) * (0.5 + _chance());

    private ValueTask Announce(Call call)
    {
        LogWait(call.Reason.WireName(), call.Delay.TotalSeconds, call.Attempt + 1);
        call.Waits.ForTheNextAttempt(call.Delay, call.Attempt + 1);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Chart-IMG: {Reason}; attempt {Attempt} follows in {DelaySeconds:0.0} s")]
    private partial void LogWait(string reason, double delaySeconds, int attempt);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Chart-IMG fails again and again; it is not asked for {BreakSeconds:0} s")]
    private partial void LogBroken(double breakSeconds);

    private sealed class Call(long started, IChartImgWaits waits)
    {
        public long Started { get; } = started;

        public IChartImgWaits Waits { get; } = waits;

        public int Attempt { get; set; }

        public TimeSpan Delay { get; set; }

        public ChartErrorCode Reason { get; set; }
    }
}
