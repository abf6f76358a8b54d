using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// Writes a stream's events into one HTTP response until the stream, the client or the server ends, or the client is
/// asked to come back for the rest.
/// </summary>
/// <param name="writer">Writes with deadlines.</param>
/// <param name="keepAlive">Quiet time after which a comment is written.</param>
/// <param name="time">The clock.</param>
internal sealed class EventStreamWriter(BoundedWriter writer, TimeSpan keepAlive, TimeProvider time)
{
    private static readonly TimeSpan UsualRetry = TimeSpan.FromSeconds(1);
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();

    /// <summary>Writes until the end.</summary>
    /// <param name="context">The response; nothing was written to it.</param>
    /// <param name="log">The stream.</param>
    /// <param name="reader">Where to start; its connection counts as closed when this returns.</param>
    /// <param name="isResumed">Whether the client named its place itself.</param>
    /// <param name="cancellationToken">Ends writing; what is there by then is still written.</param>
    public async Task WriteAsync(
        HttpContext context, StreamLog log, StreamCursor reader, bool isResumed, CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(context.Response);
            if (log.HasMarks && !isResumed)
                await writer.WriteAsync(context, log.Mark(reader));
            await CopyAsync(context, log, reader, cancellationToken);
        }
        finally
        {
            reader.Leave();
        }
    }

    private async Task CopyAsync(
        HttpContext context, StreamLog log, StreamCursor reader, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var frames = new List<ReadOnlyMemory<byte>>();
        while (true)
        {
            frames.Clear();
            var rest = log.LongestConnection - time.GetElapsedTime(start);
            if (rest <= TimeSpan.Zero)
                log.Dismiss(reader, UsualRetry);
            var step = log.Read(reader, frames);
            if (step == StreamStep.Events)
                await WriteAsync(context, frames);
            else if (step == StreamStep.Over || cancellationToken.IsCancellationRequested)
                return;
            else if (step == StreamStep.Leave)
            {
                await writer.WriteAsync(context, log.Mark(reader));
                return;
            }
            else if (!await WaitAsync(reader.Woken, rest < keepAlive ? rest.Value : keepAlive, cancellationToken))
                await writer.WriteAsync(context, Comment);
        }
    }

    private static async Task StartAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.XContentTypeOptions = "nosniff";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    private async Task WriteAsync(HttpContext context, List<ReadOnlyMemory<byte>> frames)
    {
        foreach (var frame in frames)
            await writer.WriteAsync(context, frame);
    }

    // False after the quiet time; true when there is something to look at, the end included.
    private async Task<bool> WaitAsync(Task woken, TimeSpan quiet, CancellationToken cancellationToken)
    {
        try
        {
            await woken.WaitAsync(quiet, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            // The loop looks at the token itself, after the last events.
        }

        return true;
    }
}
