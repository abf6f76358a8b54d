using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Transports;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Sessions;

/// <summary>
/// Serves the requests that describe themselves with one of the SDK's servers. Making a server for each costs more than
/// most calls do, and all that two of them could mix up is their ids, so each request gets one of its own inside.
/// </summary>
internal sealed class StatelessServer : IAsyncDisposable
{
    private readonly InboxTransport _inbox = new(null, static (_, _) => Task.CompletedTask);
    private readonly CancellationTokenSource _ended = new();
    private readonly McpServer _server;
    private readonly Task _running;
    private long _lastId;

    /// <param name="factory">Makes the server.</param>
    public StatelessServer(McpServerFactory factory)
    {
        _server = factory.Create(_inbox);
        _running = _server.RunAsync(_ended.Token);
    }

    /// <summary>Works on a request.</summary>
    /// <param name="request">The request, with everything but its transport in its context.</param>
    /// <param name="origin">What the transport knows of it.</param>
    /// <param name="reply">Where its messages go.</param>
    /// <param name="cancelled">Cancels the work.</param>
    /// <returns>Completes when the work has ended; only a cancelled request may be unanswered then.</returns>
    public Task RunAsync(
        JsonRpcRequest request, CallOrigin origin, PostReply reply, CancellationToken cancelled)
    {
        var own = new OwnRequest(request.Id, reply, cancelled);
        var inner = new JsonRpcRequest
        {
            Id = new RequestId(Interlocked.Increment(ref _lastId)),
            Method = request.Method,
            Params = request.Params,
            Context = request.Context,
        };
        inner.Context!.RelatedTransport = own;
        (origin with { WireId = request.Id }).AttachTo(inner.Context);
        return _inbox.Post(inner) ? own.Ended : Task.CompletedTask;
    }

    /// <summary>Cancels what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _inbox.Complete();
        await _ended.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        _ended.Dispose();
    }

    /// <summary>One request, as the transport of everything its handler sends: puts the client's id back.</summary>
    private sealed class OwnRequest(RequestId id, PostReply reply, CancellationToken cancelled)
        : ITransport, IRequestObserver
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when it is answered, or was cancelled and its handler has ended.</summary>
        public Task Ended => _ended.Task;

        public CancellationToken Cancelled => cancelled;

        public string? SessionId => null;

        public ChannelReader<JsonRpcMessage> MessageReader =>
            throw new NotSupportedException("Messages are posted to the server's own transport.");

        public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
        {
            await reply.SendMessageAsync(WithWireId(message), cancellationToken);
            if (message is JsonRpcResponse or JsonRpcError)
                _ended.TrySetResult();
        }

        // An error is worded and sent after this; a cancelled request gets no answer at all.
        public void OnHandled()
        {
            if (cancelled.IsCancellationRequested)
                _ended.TrySetResult();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private JsonRpcMessage WithWireId(JsonRpcMessage message) => message switch
        {
            JsonRpcResponse response => new JsonRpcResponse { Id = id, Result = response.Result },
            JsonRpcError error => new JsonRpcError { Id = id, Error = error.Error },
            _ => message,
        };
    }
}
