using System.Text.Json;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>What a transport knows of a request and the SDK does not carry.</summary>
/// <param name="Params">The request's <c>params</c> as they were read.</param>
/// <param name="Transport">The transport's name, as <see cref="ToolCall.Transport"/> has it.</param>
/// <param name="HeaderClientId">The header <c>X-Client-Id</c>, or null.</param>
/// <param name="Caller">Who sent it, as authenticated.</param>
internal sealed record CallOrigin(JsonElement Params, string Transport, string? HeaderClientId, Caller Caller)
{
    private const string Key = "chartcast.origin";
    private const int LongestClientId = 128;

    private static readonly JsonElement NoArguments = JsonElement.Parse("{}"u8);

    /// <summary>No settings at all.</summary>
    public static IReadOnlyDictionary<string, string> NoSettings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The id the client gave the request, where the server was given another; else null.</summary>
    public RequestId? WireId { get; init; }

    /// <summary>Who calls, as authenticated; null without authentication.</summary>
    public string? Subject => Caller.Subject;

    /// <summary>What the client's configuration says for all of its calls, as <see cref="ToolCall.Settings"/> has
    /// it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = NoSettings;

    /// <summary>The request's connection, where it may close before the answer; else null.</summary>
    public IPollable? Pollable { get; init; }

    /// <summary>The arguments of a tool call; an empty object when there are none.</summary>
    public JsonElement Arguments =>
        Params.ValueKind == JsonValueKind.Object
        && Params.TryGetProperty("arguments"u8, out var arguments) && arguments.ValueKind == JsonValueKind.Object
            ? arguments
            : NoArguments;

    /// <summary>Who calls, by its own word; null when it did not say so or not in visible ASCII.</summary>
    public string? ClientId
    {
        get
        {
            var named = Params.ValueKind == JsonValueKind.Object && Params.TryGetProperty("_meta"u8, out var meta)
                ? IncomingMessage.TextOf(meta, "clientId")
                : null;
            return IsClientId(named) ? named : IsClientId(HeaderClientId) ? HeaderClientId : null;
        }
    }

    /// <summary>Ties the origin to a message before the SDK gets it.</summary>
    public void AttachTo(JsonRpcMessageContext context) =>
        context.Items = new Dictionary<string, object?> { [Key] = this };

    /// <summary>The origin of a message that one of this server's transports brought.</summary>
    public static CallOrigin Of(JsonRpcMessage message) =>
        message.Context?.Items is { } items && items.TryGetValue(Key, out var value) && value is CallOrigin origin
            ? origin
            : throw new InvalidOperationException("The message came over a transport of another house.");

    private static bool IsClientId(string? text) =>
        text is { Length: > 0 and <= LongestClientId } && !text.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e');
}
