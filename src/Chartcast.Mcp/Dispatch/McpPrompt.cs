using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>A prompt as this server offers it: a task that a person picks and a model carries out with the
/// tools.</summary>
/// <remarks>Instances are shared by all callers and must be thread-safe.</remarks>
public abstract class McpPrompt
{
    /// <summary>1–64 characters of <c>A-Z a-z 0-9 _ - .</c>, unique in its catalog.</summary>
    public abstract string Name { get; }

    /// <summary>The name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What comes of it, for a person who chooses.</summary>
    public abstract string Description { get; }

    /// <summary>What it takes; every value is a text.</summary>
    public virtual IReadOnlyList<PromptArgument> Arguments => [];

    /// <summary>Pictures for hosts that show them; null when there are none.</summary>
    public virtual IList<Icon>? Icons => null;

    /// <summary>Makes the messages.</summary>
    /// <param name="call">Arguments that are known and complete, and who asks.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    /// <returns>The messages, at least one.</returns>
    /// <exception cref="ModelContextProtocol.McpProtocolException">An argument's value is wrong.</exception>
    public abstract ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken);

    /// <summary>The prompt's entry in <c>prompts/list</c>.</summary>
    internal Prompt ToProtocol() => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        Arguments = Arguments.Count == 0 ? null : [.. Arguments],
        Icons = Icons,
    };
}

/// <summary>One request for a prompt.</summary>
/// <param name="Arguments">Values by name; only names that the prompt declares.</param>
/// <param name="Dialogue">What the person can be asked.</param>
public sealed record PromptCall(IReadOnlyDictionary<string, string> Arguments, Dialogue Dialogue)
{
    /// <summary>An argument's value, or null when it was left out or blank.</summary>
    /// <param name="name">The argument.</param>
    public string? Text(string name) =>
        Arguments.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
