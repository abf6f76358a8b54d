using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>A refused request's answer: a JSON-RPC error without an id, whatever the route.</summary>
internal static class Refusal
{
    // MCP 2026-07-28, "Security Warning" of Streamable HTTP: the body of a 403 may be a JSON-RPC error without id.
    private const int InvalidRequest = -32600;

    public static Task WriteAsync(HttpContext context, int status, string message)
    {
        var body = new ArrayBufferWriter<byte>(160);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            writer.WriteStartObject("error"u8);
            writer.WriteNumber("code"u8, InvalidRequest);
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        return context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }
}
