using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Writes messages without the escapes that inflate base64 and non-Latin text.</summary>
internal static class MessageJson
{
    // Nothing here is ever put into HTML: bodies are application/json or text/event-stream, with nosniff.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Appends a message as one line of JSON.</summary>
    public static void Write(IBufferWriter<byte> buffer, JsonRpcMessage message)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        if (message is JsonRpcError { Id.Id: null } error)
            WriteWithoutId(writer, error.Error);
        else
            JsonSerializer.Serialize(writer, message, MessageType);
    }

    /// <summary>A message as bytes of its own.</summary>
    public static ReadOnlyMemory<byte> ToBytes(JsonRpcMessage message)
    {
        // Room for most answers without a picture: a buffer that grows costs each of its sizes.
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(buffer, message);
        return buffer.WrittenMemory;
    }

    // JSON-RPC 2.0, section 5: an answer to a request whose id could not be read has the id null.
    private static void WriteWithoutId(Utf8JsonWriter writer, JsonRpcErrorDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        writer.WriteNull("id"u8);
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, detail.Code);
        writer.WriteString("message"u8, detail.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
