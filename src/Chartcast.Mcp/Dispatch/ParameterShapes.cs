using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chartcast.Mcp.Revisions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Checks the shape of <c>params</c> before the SDK reads them, so that a wrong type is the caller's fault (-32602)
/// with a field name and not an internal error.
/// </summary>
internal static class ParameterShapes
{
    private const int LongestUri = 2048;
    private const int MostSubscriptions = 100;

    private static readonly Dictionary<string, JsonTypeInfo> Types = new(StringComparer.Ordinal)
    {
        [RequestMethods.Initialize] = TypeOf<InitializeRequestParams>(),
        [RequestMethods.ToolsCall] = TypeOf<CallToolRequestParams>(),
        [RequestMethods.PromptsList] = TypeOf<ListPromptsRequestParams>(),
        [RequestMethods.PromptsGet] = TypeOf<GetPromptRequestParams>(),
        [RequestMethods.CompletionComplete] = TypeOf<CompleteRequestParams>(),
        [RequestMethods.ToolsList] = TypeOf<ListToolsRequestParams>(),
        [RequestMethods.ResourcesList] = TypeOf<ListResourcesRequestParams>(),
        [RequestMethods.ResourcesTemplatesList] = TypeOf<ListResourceTemplatesRequestParams>(),
        [RequestMethods.ResourcesRead] = TypeOf<ReadResourceRequestParams>(),
        [RequestMethods.ResourcesSubscribe] = TypeOf<SubscribeRequestParams>(),
        [RequestMethods.ResourcesUnsubscribe] = TypeOf<UnsubscribeRequestParams>(),
        [RequestMethods.LoggingSetLevel] = TypeOf<SetLevelRequestParams>(),
        [RequestMethods.SubscriptionsListen] = TypeOf<SubscriptionsListenRequestParams>(),
    };

    /// <summary>Finds what is wrong with a request's parameters.</summary>
    /// <returns>The fault with the request's id, or null when the shape is right.</returns>
    public static MessageFault? Check(IncomingMessage message)
    {
        if (message.Request is not { } request || IsRemoved(message))
            return null;
        var complaint = CheckMeta(message) ?? CheckParams(request.Method, message);
        return complaint is null ? null : new MessageFault(MessageFault.InvalidParams, complaint, request.Id);
    }

    // A method that the request's own revision has not is unknown there, whatever its parameters.
    private static bool IsRemoved(IncomingMessage message) =>
        message.Meta(MetaKeys.ProtocolVersion) is { ValueKind: JsonValueKind.String } version
        && RevisionRules.IsModernDate(version.GetString())
        && message.Method is RequestMethods.Initialize or RequestMethods.LoggingSetLevel
            or RequestMethods.ResourcesSubscribe or RequestMethods.ResourcesUnsubscribe;

    private static string? CheckParams(string method, IncomingMessage message)
    {
        if (!Types.TryGetValue(method, out var type))
            return null;
        if (message.Params.ValueKind == JsonValueKind.Undefined)
            return Requires(method) is { } missing ? $"params.{missing} is missing." : null;

        try
        {
            var value = message.Params.Deserialize(type);
            return value switch
            {
                CallToolRequestParams { Name: null } => "params.name must be a string.",
                GetPromptRequestParams { Name: null } => "params.name must be a string.",
                CompleteRequestParams { Ref: null } =>
                    "params.ref must be an object with type ref/prompt or ref/resource.",
                CompleteRequestParams { Argument: null } => "params.argument must be an object with name and value.",
                InitializeRequestParams { ProtocolVersion: null } => "params.protocolVersion must be a string.",
                ReadResourceRequestParams read => CheckUri(read.Uri),
                SubscribeRequestParams subscribe => CheckUri(subscribe.Uri),
                UnsubscribeRequestParams unsubscribe => CheckUri(unsubscribe.Uri),
                SubscriptionsListenRequestParams listen => CheckListen(listen),
                _ => null,
            };
        }
        catch (JsonException exception)
        {
            return $"{FieldOf(exception)} is missing or has the wrong type.";
        }
    }

    private static string? Requires(string method) => method switch
    {
        RequestMethods.Initialize => "protocolVersion",
        RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
        RequestMethods.CompletionComplete => "ref",
        RequestMethods.ResourcesRead => "uri",
        RequestMethods.ResourcesSubscribe or RequestMethods.ResourcesUnsubscribe => "uri",
        RequestMethods.LoggingSetLevel => "level",
        RequestMethods.SubscriptionsListen => "notifications",
        _ => null,
    };

    private static string? CheckUri(string? uri) =>
        uri is { Length: > 0 and <= LongestUri }
            ? null
            : $"params.uri must be a URI of at most {LongestUri} characters.";

    private static string? CheckListen(SubscriptionsListenRequestParams listen) =>
        listen.Notifications?.ResourceSubscriptions is { Count: > MostSubscriptions }
            ? $"params.notifications.resourceSubscriptions has at most {MostSubscriptions} entries."
            : null;

    private static string? CheckMeta(IncomingMessage message)
    {
        if (message.Params.ValueKind != JsonValueKind.Object || !message.Params.TryGetProperty("_meta"u8, out var meta))
            return null;
        if (meta.ValueKind != JsonValueKind.Object)
            return "params._meta must be an object.";
        if (meta.TryGetProperty("progressToken"u8, out var token) && !IsToken(token))
            return "params._meta.progressToken must be a string or an integer.";
        return CheckMetaType<Implementation>(meta, MetaKeys.ClientInfo)
            ?? CheckMetaType<ClientCapabilities>(meta, MetaKeys.ClientCapabilities)
            ?? CheckMetaType<LoggingLevel>(meta, MetaKeys.LogLevel);
    }

    private static string? CheckMetaType<T>(JsonElement meta, string key)
    {
        if (!meta.TryGetProperty(key, out var value))
            return null;
        try
        {
            return value.Deserialize(TypeOf<T>()) is null ? $"params._meta['{key}'] must not be null." : null;
        }
        catch (JsonException)
        {
            return $"params._meta['{key}'] has the wrong type.";
        }
    }

    private static bool IsToken(JsonElement token) =>
        token.ValueKind == JsonValueKind.String
        || (token.ValueKind == JsonValueKind.Number && token.TryGetInt64(out _));

    private static string FieldOf(JsonException exception) =>
        exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
            ? "params." + path[2..]
            : "A required member of params";

    private static JsonTypeInfo TypeOf<T>() => McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
