using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Log messages of one call to its caller (<c>notifications/message</c>), at or above the level that the
/// caller asked for.</summary>
/// <remarks>The protocol deprecates this in 2026-07-28: never put anything there that the answer does not
/// tell.</remarks>
public sealed class CallLog
{
    // Sessions before 2026-07-28 hear from info on until they set a level; later requests hear nothing without one.
    private const LoggingLevel UnsetLegacyLevel = LoggingLevel.Info;

    private readonly LoggingLevel? _least;
    private readonly Func<JsonRpcNotification, CancellationToken, Task> _send;

    private CallLog(LoggingLevel? least, Func<JsonRpcNotification, CancellationToken, Task> send)
    {
        _least = least;
        _send = send;
    }

    /// <summary>Goes nowhere.</summary>
    public static CallLog None { get; } = new(null, static (_, _) => Task.CompletedTask);

    /// <summary>Sends a message, if the caller wants messages of its level.</summary>
    /// <param name="level">How serious it is.</param>
    /// <param name="logger">Who says it.</param>
    /// <param name="text">One line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WriteAsync(LoggingLevel level, string logger, string text, CancellationToken cancellationToken) =>
        _least is { } least && level >= least
            ? _send(
                new JsonRpcNotification
                {
                    Method = NotificationMethods.LoggingMessageNotification,
                    Params = new JsonObject
                    {
                        ["level"] = JsonValue.Create(WireName(level)),
                        ["logger"] = JsonValue.Create(logger),
                        ["data"] = JsonValue.Create(text),
                    },
                },
                cancellationToken)
            : Task.CompletedTask;

    /// <summary>The same log, until its request has been answered.</summary>
    internal CallLog Until(Func<bool> isOver) => new(
        _least,
        (notification, cancellationToken) =>
            isOver() ? Task.CompletedTask : _send(notification, cancellationToken));

    /// <summary>The log of one request.</summary>
    internal static CallLog Of(McpServer server, JsonRpcRequest request, bool isModern) => new(
        isModern ? request.Context?.LogLevel : server.LoggingLevel ?? UnsetLegacyLevel,
        (notification, cancellationToken) => server.SendMessageAsync(notification, cancellationToken));

    private static string WireName(LoggingLevel level) => level switch
    {
        LoggingLevel.Debug => "debug",
        LoggingLevel.Info => "info",
        LoggingLevel.Notice => "notice",
        LoggingLevel.Warning => "warning",
        LoggingLevel.Error => "error",
        LoggingLevel.Critical => "critical",
        LoggingLevel.Alert => "alert",
        _ => "emergency",
    };
}
