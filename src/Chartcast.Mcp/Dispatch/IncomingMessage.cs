using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>A message whose envelope is in order.</summary>
/// <param name="Message">The message for the SDK, without a context yet.</param>
/// <param name="Params">Its <c>params</c>: an object, or undefined when there are none.</param>
internal readonly record struct IncomingMessage(JsonRpcMessage Message, JsonElement Params)
{
    /// <summary>The request, or null when it is none.</summary>
    public JsonRpcRequest? Request => Message as JsonRpcRequest;

    /// <summary>The method of a request or notification; null for answers.</summary>
    public string? Method => Message switch
    {
        JsonRpcRequest request => request.Method,
        JsonRpcNotification notification => notification.Method,
        _ => null,
    };

    /// <summary>Whether it is a tool call whose steps the caller wants to see.</summary>
    public bool WantsProgress =>
        Method == RequestMethods.ToolsCall
        && Meta("progressToken").ValueKind is JsonValueKind.String or JsonValueKind.Number;

    /// <summary>Whether it names its revision itself, which only the modern one has.</summary>
    public bool DescribesItself => Meta(MetaKeys.ProtocolVersion).ValueKind != JsonValueKind.Undefined;

    /// <summary>A string member of <c>params</c>, or null when it is absent or no string.</summary>
    public string? Text(string name) => TextOf(Params, name);

    /// <summary>A member of <c>params._meta</c>; undefined when it is absent.</summary>
    public JsonElement Meta(string name) =>
        Params.ValueKind == JsonValueKind.Object
        && Params.TryGetProperty("_meta"u8, out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty(name, out var value)
            ? value
            : default;

    /// <summary>A string member of an object, or null when it is absent or no string.</summary>
    public static string? TextOf(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>Why something was refused, as a JSON-RPC error.</summary>
/// <param name="Code">The JSON-RPC error code.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Id">Whose request; null when it cannot be told.</param>
internal sealed record MessageFault(int Code, string Message, RequestId? Id = null)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int HeaderMismatch = -32020;
    public const int MissingCapability = -32021;
    public const int UnsupportedVersion = -32022;
    public const int LegacySessionNotFound = -32001;

    /// <summary>The error's <c>data</c>, or null.</summary>
    public System.Text.Json.Nodes.JsonNode? Data { get; init; }

    /// <summary>The fault as a message; without an id it must go through <see cref="MessageJson"/>.</summary>
    public JsonRpcError ToError() => new()
    {
        Id = Id ?? default,
        Error = new JsonRpcErrorDetail { Code = Code, Message = Message, Data = Data },
    };
}
