using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Where resources come from. Implementations are shared by all callers and must be thread-safe.</summary>
public interface IResourceSource
{
    /// <summary>One page of the resources there are now for a caller.</summary>
    /// <param name="cursor">
    /// The previous page's <see cref="ResourcePage.NextCursor"/>, or null for the first page.
    /// </param>
    /// <param name="caller">Who asks; what it may not see does not exist for it.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ModelContextProtocol.McpProtocolException">The cursor is none of this source's.</exception>
    ValueTask<ResourcePage> ListAsync(
        string? cursor, ResourceCaller caller, CancellationToken cancellationToken);

    /// <summary>The URI templates resources are read by; the list never changes.</summary>
    IReadOnlyList<ResourceTemplate> Templates { get; }

    /// <summary>Reads one resource.</summary>
    /// <param name="uri">Its URI as the caller wrote it, at most 2,048 characters.</param>
    /// <param name="caller">Who asks; what it may not see does not exist for it.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    /// <returns>Its contents, never empty; null when there is no such resource.</returns>
    ValueTask<IReadOnlyList<ResourceContents>?> ReadAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken);

    /// <summary>Whether updates of a resource can be subscribed to, even if it cannot be read yet.</summary>
    /// <param name="uri">Its URI as the caller wrote it, at most 2,048 characters.</param>
    /// <param name="caller">Who asks; what it may not see does not exist for it.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    ValueTask<bool> ExistsAsync(string uri, ResourceCaller caller, CancellationToken cancellationToken);
}

/// <summary>One page of a resource list.</summary>
/// <param name="Resources">The resources in a stable order.</param>
/// <param name="NextCursor">What to ask the next page with; null on the last page.</param>
public sealed record ResourcePage(IReadOnlyList<Resource> Resources, string? NextCursor = null);

/// <summary>Who asks for resources.</summary>
/// <param name="ClientId">By its own word, as <see cref="ToolCall.ClientId"/> has it.</param>
/// <param name="Caller">As authenticated, and what it may see.</param>
public sealed record ResourceCaller(string? ClientId, Caller Caller)
{
    /// <summary>As authenticated; null without authentication.</summary>
    public string? Subject => Caller.Subject;

    internal static ResourceCaller Of(CallOrigin origin) => new(origin.ClientId, origin.Caller);

    internal static ResourceCaller Of<T>(ModelContextProtocol.Server.RequestContext<T> context) =>
        Of(CallOrigin.Of(context.JsonRpcRequest));
}
