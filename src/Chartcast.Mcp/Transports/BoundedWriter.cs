using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// Writes to clients that may not read. Kestrel never cuts a client that stopped reading, so each piece has a deadline.
/// </summary>
/// <param name="deadline">How long one piece may take.</param>
/// <param name="time">The clock.</param>
internal sealed class BoundedWriter(TimeSpan deadline, TimeProvider time)
{
    // Deadlines are for pieces, not for whole answers: a slow line may take its time, a dead one may not.
    private const int PieceBytes = 32 * 1024;

    /// <summary>Writes and flushes bytes.</summary>
    /// <exception cref="IOException">The client did not read in time and was cut.</exception>
    public async ValueTask WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var writer = context.Response.BodyWriter;
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, PieceBytes)];
            bytes = bytes[piece.Length..];
            writer.Write(piece.Span);
            if (writer.UnflushedBytes >= PieceBytes || bytes.IsEmpty)
                await FlushAsync(context);
        }
    }

    private async ValueTask FlushAsync(HttpContext context)
    {
        var flush = context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (flush.IsCompletedSuccessfully)
            return;
        try
        {
            await flush.AsTask().WaitAsync(deadline, time);
        }
        catch (TimeoutException exception)
        {
            context.Features.Get<IHttpRequestLifetimeFeature>()?.Abort();
            throw new IOException("The client does not read.", exception);
        }
    }
}
