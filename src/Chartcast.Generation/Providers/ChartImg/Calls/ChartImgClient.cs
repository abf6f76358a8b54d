using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg.Calls;

/// <summary>Makes single calls of Chart-IMG's API and turns whatever comes back into a
/// <see cref="ChartImgReply"/>.</summary>
/// <remarks>Thread-safe. Key and session go into headers, and into no log, error or address.</remarks>
internal sealed partial class ChartImgClient
{
    private const int MaximumErrorBytes = 65_536;
    private const string UserAgent = "Chartcast";

    private readonly HttpClient _http;
    private readonly ChartImgOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Uri _root;

    /// <summary>Uses a client that follows no redirects.</summary>
    public ChartImgClient(HttpClient http, ChartImgOptions options, TimeProvider time, ILogger logger)
    {
        _http = http;
        _options = options;
        _time = time;
        _logger = logger;
        string root = options.BaseAddress.AbsoluteUri;
        _root = new Uri(root.EndsWith('/') ? root : root + "/");
    }

    /// <summary>Makes a call once.</summary>
    /// <param name="call">What is asked, and how the answer is judged.</param>
    /// <param name="attempt">1 for the first; for the log.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ChartImgReply> SendAsync(ChartImgCall call, int attempt, CancellationToken cancellationToken) =>
        SendAsync(Request(call), call.Judge, attempt, cancellationToken);

    /// <summary>Fetches a stored picture, which needs no key and gets none.</summary>
    /// <param name="address">Where it is; checked by <see cref="StoredPictures"/>.</param>
    /// <param name="judge">Judges its content and media type.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ChartImgReply> FetchAsync(
        Uri address, Func<ReadOnlyMemory<byte>, string?, ChartImgReply> judge, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return SendAsync(request, judge, 1, cancellationToken);
    }

    private async Task<ChartImgReply> SendAsync(
        HttpRequestMessage message, Func<ReadOnlyMemory<byte>, string?, ChartImgReply> judge, int attempt,
        CancellationToken cancellationToken)
    {
        long started = _time.GetTimestamp();
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        try
        {
            using HttpRequestMessage request = message;
            using HttpResponseMessage response =
                await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            byte[]? content = await ReadAsync(response, idle, either.Token);
            ChartImgReply reply = Judge(response, content, judge);
            Log(reply, (int)response.StatusCode, content?.Length ?? 0, attempt, started);
            return reply;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Either the answer paused too long, or the connection was not made in time.
            LogBroken(exception.GetType().Name, ElapsedMs(started), attempt);
            return ChartImgErrors.TimedOut(_time.GetElapsedTime(started));
        }
        catch (HttpRequestException exception)
        {
            LogBroken(exception.HttpRequestError.ToString(), ElapsedMs(started), attempt);
            return ChartImgErrors.FromNetwork(exception.HttpRequestError);
        }
        catch (IOException exception)
        {
            LogBroken(exception.GetType().Name, ElapsedMs(started), attempt);
            return ChartImgErrors.Truncated();
        }
    }

    private HttpRequestMessage Request(ChartImgCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(_root, call.Path));
        if (call.IsBearer) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_options.ApiKey}");
        else request.Headers.TryAddWithoutValidation("x-api-key", _options.ApiKey);
        if (call.TakesSession && _options is { SessionId: { } session, SessionIdSign: { } sign })
        {
            request.Headers.TryAddWithoutValidation("tradingview-session-id", session);
            request.Headers.TryAddWithoutValidation("tradingview-session-id-sign", sign);
        }

        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (call.Body is not { } body) return request;
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    /// <summary>Reads the whole body; null when it is a picture beyond the limit. Errors are cut instead.</summary>
    private async Task<byte[]?> ReadAsync(
        HttpResponseMessage response, CancellationTokenSource idle, CancellationToken cancellationToken)
    {
        bool isPicture = response.StatusCode == HttpStatusCode.OK;
        int limit = isPicture ? _options.MaximumImageBytes : MaximumErrorBytes;
        if (isPicture && response.Content.Headers.ContentLength > limit) return null;
        idle.CancelAfter(_options.IdleTimeout);
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(65_536);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                idle.CancelAfter(_options.IdleTimeout);
                content.Write(buffer, 0, Math.Min(read, limit - (int)content.Length));
                if (content.Length == limit) return isPicture ? null : content.ToArray();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.ToArray();
    }

    private ChartImgReply Judge(
        HttpResponseMessage response, byte[]? content, Func<ReadOnlyMemory<byte>, string?, ChartImgReply> judge)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            ChartImgReply failed = ChartImgErrors.FromStatus(response.StatusCode, content, _options.Secrets);
            return failed with { RetryAfter = RetryAfter(response.Headers.RetryAfter) };
        }

        if (content is null)
        {
            return ChartImgErrors.BadImage(
                $"it is larger than {_options.MaximumImageBytes} bytes", default, _options.Secrets)
                with { Retries = 0 };
        }

        return judge(content, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Seconds or a date; null when absent, unreadable or past.</summary>
    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date - _time.GetUtcNow());
        if (wait is null || wait <= TimeSpan.Zero) return null;
        return wait > _options.MaximumRetryAfter ? _options.MaximumRetryAfter : wait;
    }

    private void Log(ChartImgReply reply, int status, int bytes, int attempt, long started)
    {
        if (reply.Error is null) LogPicture(status, bytes, ElapsedMs(started), attempt);
        else LogFailure(status, bytes, ElapsedMs(started), attempt, reply.Error.Upstream ?? reply.Error.Message);
    }

    private long ElapsedMs(long started) => (long)_time.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Chart-IMG answered {Status} with {Bytes} bytes in {ElapsedMs} ms (attempt {Attempt})")]
    private partial void LogPicture(int status, int bytes, long elapsedMs, int attempt);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Chart-IMG answered {Status} with {Bytes} bytes in {ElapsedMs} ms (attempt {Attempt}): {Words}")]
    private partial void LogFailure(int status, int bytes, long elapsedMs, int attempt, string words);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Chart-IMG gave no whole answer after {ElapsedMs} ms (attempt {Attempt}): {Reason}")]
    private partial void LogBroken(string reason, long elapsedMs, int attempt);
}
