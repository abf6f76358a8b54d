using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.Mcp.Transports;

/// <summary>Reads request bodies of bounded size.</summary>
public static class HttpBody
{
    private const int FirstBuffer = 4096;

    /// <summary>Reads the whole body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">The most bytes that are kept.</param>
    /// <returns>The bytes, or null when there are more than <paramref name="maxBytes"/>.</returns>
    /// <exception cref="BadHttpRequestException">It is cut off, too slow or framed wrongly.</exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.ContentLength > maxBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = maxBytes;

        var reader = context.Request.BodyReader;
        var body = new ArrayBufferWriter<byte>((int)Math.Max(context.Request.ContentLength ?? FirstBuffer, 1));
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            foreach (var segment in read.Buffer)
            {
                if (body.WrittenCount + segment.Length > maxBytes)
                    return null;
                body.Write(segment.Span);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return body.WrittenMemory;
        }
    }
}
