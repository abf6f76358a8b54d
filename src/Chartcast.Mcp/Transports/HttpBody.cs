using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.Mcp.Transports;

/// <summary>Reads request bodies of bounded size.</summary>
internal static class HttpBody
{
    private const int FirstBuffer = 4096;

    /// <summary>Reads the whole body.</summary>
    /// <returns>The bytes, or null when there are more than <paramref name="maxBytes"/>.</returns>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int maxBytes)
    {
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
