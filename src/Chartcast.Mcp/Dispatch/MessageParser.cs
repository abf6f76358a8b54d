using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Reads JSON-RPC envelopes from bytes that strangers sent.</summary>
/// <param name="limits">Depth and id bounds.</param>
internal sealed class MessageParser(McpLimits limits)
{
    private readonly JsonDocumentOptions _options = new()
    {
        MaxDepth = limits.MaxJsonDepth,
        // RFC 8259, section 4: readers differ on duplicate names, which is how one message means two things.
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads one message, or an array of them.</summary>
    /// <param name="utf8">The bytes; a byte order mark is skipped.</param>
    /// <returns>The messages, or why there are none.</returns>
    public ParsedMessages Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8["\uFEFF"u8.Length..];
        if (!Utf8.IsValid(utf8))
            return Refuse(MessageFault.ParseError, "The message is not valid UTF-8.");

        try
        {
            var root = JsonElement.Parse(utf8, _options);
            if (HasSurrogateEscape(utf8))
                RequireReadableText(root);
            return root.ValueKind == JsonValueKind.Array ? ReadBatch(root) : ReadSingle(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refuse(
                MessageFault.ParseError,
                $"The message is not JSON of at most {limits.MaxJsonDepth} levels without duplicate names.");
        }
    }

    private ParsedMessages ReadSingle(JsonElement root)
    {
        var fault = Read(root, out var message);
        return fault is null
            ? new ParsedMessages([message], IsBatch: false, null)
            : new ParsedMessages([], IsBatch: false, fault);
    }

    private ParsedMessages ReadBatch(JsonElement root)
    {
        if (root.GetArrayLength() == 0)
            return Refuse(MessageFault.InvalidRequest, "A batch must not be empty.", isBatch: true);
        if (root.GetArrayLength() > limits.MaxCallsInFlight)
            return Refuse(
                MessageFault.InvalidRequest, $"A batch has at most {limits.MaxCallsInFlight} messages.", isBatch: true);

        var messages = new List<IncomingMessage>(root.GetArrayLength());
        foreach (var element in root.EnumerateArray())
        {
            if (Read(element, out var message) is { } fault)
                return new ParsedMessages([], IsBatch: true, fault);
            messages.Add(message);
        }

        return new ParsedMessages(messages, IsBatch: true, null);
    }

    private MessageFault? Read(JsonElement root, out IncomingMessage message)
    {
        message = default;
        if (root.ValueKind != JsonValueKind.Object)
            return Invalid("A JSON-RPC message is an object.");
        if (IncomingMessage.TextOf(root, "jsonrpc") != "2.0")
            return Invalid("The member 'jsonrpc' must be \"2.0\".");

        var hasId = root.TryGetProperty("id"u8, out var idElement);
        RequestId id = default;
        if (hasId && !TryReadId(idElement, limits.MaxIdLength, out id))
            return Invalid(
                $"The member 'id' must be an integer or a string of at most {limits.MaxIdLength} characters.");

        var knownId = hasId ? id : (RequestId?)null;
        if (root.TryGetProperty("method"u8, out var method))
            return ReadCall(root, method, knownId, out message);
        return knownId is { } answered
            ? ReadAnswer(root, answered, out message)
            : Invalid("The member 'method' is missing.");
    }

    private static MessageFault? ReadCall(
        JsonElement root, JsonElement methodElement, RequestId? id, out IncomingMessage message)
    {
        message = default;
        if (methodElement.ValueKind != JsonValueKind.String || methodElement.GetString() is not { Length: > 0 } method)
            return Invalid("The member 'method' must be a string.", id);
        if (root.TryGetProperty("result"u8, out _) || root.TryGetProperty("error"u8, out _))
            return Invalid("A message has either 'method' or 'result' or 'error'.", id);

        if (root.TryGetProperty("params"u8, out var parameters) && parameters.ValueKind == JsonValueKind.Null)
            parameters = default;
        if (parameters.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            return new MessageFault(MessageFault.InvalidParams, "The member 'params' must be an object.", id);

        var node = parameters.ValueKind == JsonValueKind.Object ? JsonObject.Create(parameters) : null;
        message = new IncomingMessage(
            id is { } requestId
                ? new JsonRpcRequest { Id = requestId, Method = method, Params = node }
                : new JsonRpcNotification { Method = method, Params = node },
            parameters);
        return null;
    }

    private static MessageFault? ReadAnswer(JsonElement root, RequestId id, out IncomingMessage message)
    {
        message = default;
        var hasResult = root.TryGetProperty("result"u8, out var result);
        var hasError = root.TryGetProperty("error"u8, out var error);
        if (hasResult == hasError)
            return Invalid("The member 'method' is missing.", id);
        if (hasResult && result.ValueKind == JsonValueKind.Object)
        {
            message = new IncomingMessage(new JsonRpcResponse { Id = id, Result = JsonObject.Create(result) }, default);
            return null;
        }

        if (hasError && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("code"u8, out var code) && code.ValueKind == JsonValueKind.Number
            && code.TryGetInt32(out var number))
        {
            var detail = new JsonRpcErrorDetail
            {
                Code = number,
                Message = IncomingMessage.TextOf(error, "message") ?? string.Empty,
            };
            message = new IncomingMessage(new JsonRpcError { Id = id, Error = detail }, default);
            return null;
        }

        return Invalid("An answer has an object 'result', or an 'error' with an integer 'code'.", id);
    }

    /// <summary>Reads an id that is a member of an object.</summary>
    public static bool TryReadId(JsonElement owner, string name, int maxLength, out RequestId id)
    {
        id = default;
        return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var element)
            && TryReadId(element, maxLength, out id);
    }

    private static bool TryReadId(JsonElement element, int maxLength, out RequestId id)
    {
        id = default;
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString()!;
            id = new RequestId(text);
            return text.Length <= maxLength;
        }

        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number))
            return false;
        id = new RequestId(number);
        return true;
    }

    // A lone surrogate passes the parser and throws only when its text is read; better here than in a tool.
    private static bool HasSurrogateEscape(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0;

    private static void RequireReadableText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    RequireReadableText(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    RequireReadableText(property.Value);
                }

                break;
        }
    }

    private static MessageFault Invalid(string message, RequestId? id = null) =>
        new(MessageFault.InvalidRequest, message, id);

    private static ParsedMessages Refuse(int code, string message, bool isBatch = false) =>
        new([], isBatch, new MessageFault(code, message));
}

/// <summary>What a body or line held.</summary>
/// <param name="Messages">The messages; empty when there is a fault.</param>
/// <param name="IsBatch">Whether they came as an array.</param>
/// <param name="Fault">Why there are none, or null.</param>
internal readonly record struct ParsedMessages(
    IReadOnlyList<IncomingMessage> Messages, bool IsBatch, MessageFault? Fault);
