using System.Security.Cryptography;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Transports;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Sessions;

/// <summary>One legacy client's session: its server, its streams, its requests in flight.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestId, PostReply> _inFlight = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly McpLimits _limits;
    private readonly TimeProvider _time;
    private readonly InboxTransport _inbox;
    private readonly SessionServer _server;
    private readonly Task _running;
    private long _lastUsed;
    private int _connections;
    private bool _isEnded;

    /// <param name="factory">Makes its server.</param>
    /// <param name="revision">What <c>initialize</c> settles on.</param>
    /// <param name="subject">Who opened it, as authenticated; null without authentication.</param>
    /// <param name="time">The clock.</param>
    public McpSession(McpServerFactory factory, ProtocolRevision revision, string? subject, TimeProvider time)
    {
        Revision = revision;
        Subject = subject;
        _limits = factory.Definition.Limits;
        _time = time;
        _lastUsed = time.GetTimestamp();
        Streams = new SessionStreams(_limits, time);
        _inbox = new InboxTransport(Id, SendUnaskedAsync);
        _server = factory.CreateForSession(_inbox);
        _running = _server.RunAsync(_ended.Token);
    }

    /// <summary>256 random bits in hexadecimal.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public ProtocolRevision Revision { get; }

    public string? Subject { get; }

    public SessionStreams Streams { get; }

    /// <summary>Fires when the session ends.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Takes requests in, if their ids are free and there is room.</summary>
    /// <returns>Where their answers go, or why they are refused.</returns>
    public (PostReply? Reply, MessageFault? Fault) TryOpenReply(IReadOnlyList<JsonRpcRequest> requests)
    {
        var ids = requests.Select(request => request.Id).ToList();
        lock (_lock)
        {
            foreach (var id in ids)
            {
                if (_inFlight.ContainsKey(id) || ids.Count(other => other.Equals(id)) > 1)
                    return (null, new MessageFault(MessageFault.InvalidRequest, "This id is already in use.", id));
            }

            if (_inFlight.Count + ids.Count > _limits.MaxCallsInFlight)
                return (null, new MessageFault(
                    MessageFault.InvalidRequest,
                    $"At most {_limits.MaxCallsInFlight} requests run at once in a session; wait for answers.",
                    ids[0]));

            var reply = new PostReply(ids, OpenLog, _time) { Handled = Release };
            ids.ForEach(id => _inFlight.Add(id, reply));
            return (reply, null);
        }
    }

    /// <summary>Hands a message to the server.</summary>
    /// <param name="message">The message.</param>
    /// <param name="origin">What the transport knows of it.</param>
    /// <param name="reply">Where its answer goes; null for messages without one.</param>
    public void Post(JsonRpcMessage message, CallOrigin origin, PostReply? reply)
    {
        Touch();
        message.Context = new JsonRpcMessageContext { RelatedTransport = reply };
        origin.AttachTo(message.Context);
        _inbox.Post(message);
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification })
            Cancelled(origin);
    }

    /// <summary>Counts an open connection, which keeps the session from going idle.</summary>
    public void Connected(int change)
    {
        Interlocked.Add(ref _connections, change);
        Touch();
    }

    /// <summary>Whether nobody has used it for the idle time.</summary>
    public bool IsIdle()
    {
        lock (_lock)
        {
            return _inFlight.Count == 0 && Volatile.Read(ref _connections) == 0
                && _time.GetElapsedTime(Volatile.Read(ref _lastUsed)) > _limits.SessionIdleTime;
        }
    }

    /// <summary>Ends everything: handlers are cancelled, streams end.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_isEnded)
                return;
            _isEnded = true;
        }

        _inbox.Complete();
        await _ended.CancelAsync();
        Streams.FinishAll();
        List<PostReply> open;
        lock (_lock)
        {
            open = [.. _inFlight.Values];
        }

        open.ForEach(reply => reply.End());
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
    }

    private void Touch() => Volatile.Write(ref _lastUsed, _time.GetTimestamp());

    private StreamLog OpenLog() =>
        Streams.TryOpen()
        ?? new StreamLog(-1, new StreamLogOptions(HasIds: false, KeepsRead: false, _limits.MaxEventsPerStream));

    private void Release(RequestId id)
    {
        lock (_lock)
        {
            _inFlight.Remove(id);
        }

        Touch();
    }

    // A cancelled request gets no answer, so its POST must be ended from here.
    private void Cancelled(CallOrigin origin)
    {
        if (!MessageParser.TryReadId(origin.Params, "requestId", _limits.MaxIdLength, out var id))
            return;
        PostReply? reply;
        lock (_lock)
        {
            _inFlight.TryGetValue(id, out reply);
        }

        reply?.Forget(id);
    }

    private Task SendUnaskedAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        Streams.Standalone.Append(MessageJson.ToBytes(message).Span);
        return Task.CompletedTask;
    }
}
