using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Transports;

/// <summary>Reads what a POST brings, and refuses what is no message.</summary>
internal static class PostedMessages
{
    /// <summary>Reads the body (order: content type, size, JSON, envelope).</summary>
    /// <returns>The messages, or null when the request has been refused.</returns>
    public static async Task<ParsedMessages?> ReadAsync(HttpServing serving, HttpContext context)
    {
        if (!HttpShape.HasJsonBody(context.Request))
        {
            await serving.RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "Send Content-Type application/json, not compressed.");
            return null;
        }

        if (await HttpBody.ReadAsync(context, serving.Limits.MaxBodyBytes) is not { } body)
        {
            context.Response.Headers.Connection = "close";
            await serving.RefuseAsync(
                context,
                StatusCodes.Status413PayloadTooLarge,
                $"A body has at most {serving.Limits.MaxBodyBytes} bytes.");
            return null;
        }

        var parsed = serving.Factory.Parser.Parse(body.Span);
        if (parsed.Fault is not { } fault)
            return parsed;
        await serving.RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
        return null;
    }
}
