using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.Mcp.Transports;

/// <summary>Writes a stream's events into one HTTP response until the stream, the client or the server ends.</summary>
/// <param name="writer">Writes with deadlines.</param>
/// <param name="keepAlive">Quiet time after which a comment is written.</param>
/// <param name="time">The clock.</param>
internal sealed class EventStreamWriter(BoundedWriter writer, TimeSpan keepAlive, TimeProvider time)
{
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();

    /// <summary>Writes until the end.</summary>
    /// <param name="context">The response; nothing was written to it.</param>
    /// <param name="log">The stream.</param>
    /// <param name="cursor">Where to start.</param>
    /// <param name="cancellationToken">Ends writing; what is there by then is still written.</param>
    public async Task WriteAsync(
        HttpContext context, StreamLog log, StreamCursor cursor, CancellationToken cancellationToken)
    {
        await StartAsync(context.Response);
        var frames = new List<ReadOnlyMemory<byte>>();
        while (true)
        {
            frames.Clear();
            var step = log.Read(cursor, frames);
            if (step == StreamStep.Events)
                await WriteAsync(context, frames);
            else if (step == StreamStep.Over || cancellationToken.IsCancellationRequested)
                return;
            else if (!await WaitAsync(cursor.Woken, cancellationToken))
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
    private async Task<bool> WaitAsync(Task woken, CancellationToken cancellationToken)
    {
        try
        {
            await woken.WaitAsync(keepAlive, time, cancellationToken);
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
