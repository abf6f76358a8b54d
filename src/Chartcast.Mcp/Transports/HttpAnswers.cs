using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>Answers that are no stream.</summary>
internal static class HttpAnswers
{
    /// <summary>Writes one message as JSON.</summary>
    public static async Task WriteAsync(HttpContext context, int status, JsonRpcMessage message, BoundedWriter writer)
    {
        var json = MessageJson.ToBytes(message);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await writer.WriteAsync(context, json);
    }

    /// <summary>Writes a fault as JSON.</summary>
    public static Task RefuseAsync(HttpContext context, int status, MessageFault fault, BoundedWriter writer) =>
        WriteAsync(context, status, fault.ToError(), writer);

    /// <summary>Says that a message was taken and nothing comes back.</summary>
    public static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    /// <summary>The status of an answer in the modern revision; all others are 200.</summary>
    public static int ModernStatus(JsonRpcMessage answer) => answer is not JsonRpcError error
        ? StatusCodes.Status200OK
        : error.Error.Code switch
        {
            MessageFault.MethodNotFound => StatusCodes.Status404NotFound,
            MessageFault.HeaderMismatch or MessageFault.MissingCapability or MessageFault.UnsupportedVersion
                or MessageFault.InvalidRequest => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
}
