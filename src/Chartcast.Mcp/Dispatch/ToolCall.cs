using System.Text.Json;
using Chartcast.Mcp.Security;

namespace Chartcast.Mcp.Dispatch;

/// <summary>One call of a tool.</summary>
/// <param name="Arguments">The arguments, always an object; <c>{}</c> when the caller sent none.</param>
/// <param name="ClientId">
/// Who calls, by the caller's own word (<c>params._meta.clientId</c>, else the header <c>X-Client-Id</c>): at most 128
/// visible ASCII characters, or null. It correlates; it never authenticates.
/// </param>
/// <param name="Transport"><c>stdio</c>, <c>http</c>, <c>sse</c>, or what another front door calls itself.</param>
/// <param name="Progress">Where steps go; null when the caller did not ask for progress.</param>
public sealed record ToolCall(
    JsonElement Arguments, string? ClientId, string Transport, IProgress<ToolProgress>? Progress)
{
    /// <summary>Who calls, as authenticated, and what it may see.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Who calls, as authenticated; null without authentication.</summary>
    public string? Subject => Caller.Subject;

    /// <summary>What the person or the model on the other side can be asked.</summary>
    public Dialogue Dialogue { get; init; } = Dialogue.None;

    /// <summary>Log messages for the caller.</summary>
    public CallLog Log { get; init; } = CallLog.None;

    /// <summary>
    /// What the client's configuration says for all of its calls: the query of the address it was given, by name. From
    /// anyone; at most 16 entries of at most 256 characters.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = CallOrigin.NoSettings;

    /// <summary>
    /// The caller's connection, where it may close before the answer; null where the transport or the revision has no
    /// polling.
    /// </summary>
    public IPollable? Pollable { get; init; }
}

/// <summary>How far a call has come.</summary>
/// <param name="Percent">0–100; values that do not rise are not passed on.</param>
/// <param name="Message">One line for people.</param>
public readonly record struct ToolProgress(double Percent, string Message);
