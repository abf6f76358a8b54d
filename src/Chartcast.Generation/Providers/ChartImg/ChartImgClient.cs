using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Makes single calls of Chart-IMG's v2 API and turns whatever comes back into a
/// <see cref="ChartImgReply"/>.</summary>
/// <remarks>Thread-safe. The key goes into one header, and into no log, error or address.</remarks>
internal sealed partial class ChartImgClient
{
    private const int MaximumErrorBytes = 65_536;
    private const string KeyHeader = "x-api-key";

    private readonly HttpClient _http;
    private readonly ChartImgOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Uri _address;

    /// <summary>Uses a client that follows no redirects.</summary>
    public ChartImgClient(HttpClient http, ChartImgOptions options, TimeProvider time, ILogger logger)
    {
        _http = http;
        _options = options;
        _time = time;
        _logger = logger;
        string root = options.BaseAddress.AbsoluteUri;
        _address = new Uri(new Uri(root.EndsWith('/') ? root : root + "/"), "v2/tradingview/advanced-chart");
    }

    /// <summary>Asks once for a chart.</summary>
    /// <param name="body">The request's body, with the size and format that the answer is checked against.</param>
    /// <param name="attempt">1 for the first; for the log.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ChartImgReply> PostAsync(ChartImgBody body, int attempt, CancellationToken cancellationToken)
    {
        long started = _time.GetTimestamp();
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        try
        {
            using HttpRequestMessage request = Request(body);
            using HttpResponseMessage response =
                await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            byte[]? content = await ReadAsync(response, idle, either.Token);
            ChartImgReply reply = Judge(response, content, body);
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

    private HttpRequestMessage Request(ChartImgBody body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.TryAddWithoutValidation(KeyHeader, _options.ApiKey);
        request.Headers.TryAddWithoutValidation("Accept", $"{ChartImage.MimeTypeOf(body.Format)}, application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Chartcast");
        request.Content = new ReadOnlyMemoryContent(body.Json);
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

    private ChartImgReply Judge(HttpResponseMessage response, byte[]? content, ChartImgBody body)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            ChartImgReply failed = ChartImgErrors.FromStatus(response.StatusCode, content, _options.ApiKey);
            return failed with { RetryAfter = RetryAfter(response.Headers.RetryAfter) };
        }

        if (content is null)
        {
            return ChartImgErrors.BadImage(
                $"it is larger than {_options.MaximumImageBytes} bytes", default, _options.ApiKey) with { Retries = 0 };
        }

        string? type = response.Content.Headers.ContentType?.MediaType;
        string? fault = ImageCheck.Fault(content, type, body.Format, body.WidthPx, body.HeightPx);
        if (fault is not null) return ChartImgErrors.BadImage(fault, content, _options.ApiKey);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        return new ChartImgReply(new ChartImage(body.Format, body.WidthPx, body.HeightPx, content, sha256), null);
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
