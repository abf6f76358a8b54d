using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Guide;

/// <summary>Writes answers of the plain endpoints.</summary>
internal static class GuideAnswers
{
    // Answers are application/json and never embedded in HTML, so base64 and non-ASCII text can stay as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonTypeInfo<CallToolResult> ToolResult =
        (JsonTypeInfo<CallToolResult>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult));

    public static Task WriteErrorAsync(HttpContext context, GuideException error)
    {
        context.Response.StatusCode = error.Status;
        return WriteAsync(context, json => GuideErrors.Write(json, error));
    }

    public static Task WriteResultAsync(HttpContext context, JsonElement id, Action<Utf8JsonWriter> writeResult) =>
        WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc"u8, "2.0"u8);
            json.WritePropertyName("id"u8);
            id.WriteTo(json);
            json.WritePropertyName("result"u8);
            writeResult(json);
            json.WriteEndObject();
        });

    public static Task WriteResultAsync(HttpContext context, JsonElement id, CallToolResult result) =>
        WriteResultAsync(context, id, json => JsonSerializer.Serialize(json, result, ToolResult));

    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body, Relaxed)) write(json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
