using System.Collections.Concurrent;
using Chartcast.Mcp.Revisions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// A server for one client that stays: besides answering it tells the client, where its revision has sessions, of the
/// resources it subscribed to and of lists that changed.
/// </summary>
internal sealed class SessionServer : IAsyncDisposable
{
    private readonly SubscribedResources _subscribed;
    private readonly ChangeNotifier _notifier;

    private SessionServer(McpServer server, SubscribedResources subscribed, ChangeNotifier notifier)
    {
        Server = server;
        _subscribed = subscribed;
        _notifier = notifier;
    }

    public McpServer Server { get; }

    /// <param name="create">Makes the server with further handlers.</param>
    /// <param name="definition">What is served.</param>
    /// <param name="time">The clock.</param>
    public static SessionServer Create(
        Func<Action<McpServerHandlers>, McpServer> create, McpServerDefinition definition, TimeProvider time)
    {
        var subscribed = new SubscribedResources(definition);
        var server = create(handlers =>
        {
            if (definition.Resources is null)
                return;
            handlers.SubscribeToResourcesHandler = subscribed.SubscribeAsync;
            handlers.UnsubscribeFromResourcesHandler = subscribed.UnsubscribeAsync;
        });
        subscribed.Server = server;
        var notifier = new ChangeNotifier(
            definition.Changes, subscribed, notification => server.SendMessageAsync(notification), time);
        return new SessionServer(server, subscribed, notifier);
    }

    /// <summary>Serves until the transport or the token ends it.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Server.RunAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _subscribed.Close();
        await _notifier.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>What a session wants to hear of.</summary>
    private sealed class SubscribedResources(McpServerDefinition definition) : ChangeFilter
    {
        private readonly ConcurrentDictionary<string, bool> _uris = new(StringComparer.Ordinal);
        private volatile bool _isClosed;

        public McpServer? Server { get; set; }

        public override ChangingLists Lists => IsLegacy ? definition.Changes.Lists : ChangingLists.None;

        // Before the handshake, and in revisions without sessions, nothing goes out unasked.
        private bool IsLegacy => !_isClosed && RevisionRules.IsLegacyDate(Server?.NegotiatedProtocolVersion);

        public override bool WantsResource(string uri) => IsLegacy && _uris.ContainsKey(uri);

        public void Close() => _isClosed = true;

        public async ValueTask<EmptyResult> SubscribeAsync(
            RequestContext<SubscribeRequestParams> context, CancellationToken cancellationToken)
        {
            var uri = context.Params!.Uri;
            if (!await definition.Resources!.ExistsAsync(uri, ResourceCaller.Of(context), cancellationToken))
                throw ResourceDispatch.Unknown(uri, context.Server.NegotiatedProtocolVersion);
            if (!_uris.ContainsKey(uri) && _uris.Count >= definition.Limits.MaxSubscriptions)
                throw new McpProtocolException(
                    $"A session has at most {definition.Limits.MaxSubscriptions} subscriptions; unsubscribe first.",
                    McpErrorCode.InvalidParams);
            _uris[uri] = true;
            return new EmptyResult();
        }

        public ValueTask<EmptyResult> UnsubscribeAsync(
            RequestContext<UnsubscribeRequestParams> context, CancellationToken cancellationToken)
        {
            _uris.TryRemove(context.Params!.Uri, out _);
            return ValueTask.FromResult(new EmptyResult());
        }
    }
}
