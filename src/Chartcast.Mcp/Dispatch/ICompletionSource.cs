using Chartcast.Mcp.Security;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Proposes values while somebody types an argument. Implementations are shared by all callers and must be
/// thread-safe.</summary>
public interface ICompletionSource
{
    /// <summary>The values that may be meant, best first.</summary>
    /// <param name="query">What is being typed.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    /// <returns>All values; the first hundred are told. Null when there is no such prompt, template or
    /// argument.</returns>
    ValueTask<IReadOnlyList<string>?> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken);
}

/// <summary>What is being typed.</summary>
/// <param name="Prompt">The prompt's name; null when it is an argument of a template.</param>
/// <param name="Template">The resource's URI template or URI; null when it is an argument of a prompt.</param>
/// <param name="Argument">The argument's name.</param>
/// <param name="Value">What has been typed of it, possibly nothing.</param>
/// <param name="Others">Values already chosen for other arguments, by name.</param>
public sealed record CompletionQuery(
    string? Prompt, string? Template, string Argument, string Value, IReadOnlyDictionary<string, string> Others)
{
    /// <summary>Who types; what it may not see is not proposed.</summary>
    public required Caller Caller { get; init; }
}
