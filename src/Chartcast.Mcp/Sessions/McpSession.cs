using System.Security.Cryptography;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Transports;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Sessions;

/// <summary>One legacy client's session: its server, its streams, its running requests.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly RunningRequests _requests;
    private readonly McpLimits _limits;
    private readonly TimeProvider _time;
    private readonly InboxTransport _inbox;
    private readonly SessionServer _server;
    private readonly Task _running;
    private long _lastUsed;
    private int _connections;
    private int _isEnded;

    /// <param name="factory">Makes its server.</param>
    /// <param name="revision">What <c>initialize</c> settles on.</param>
    /// <param name="subject">Who opened it, as authenticated; null without authentication.</param>
    /// <param name="time">The clock.</param>
    public McpSession(McpServerFactory factory, ProtocolRevision revision, string? subject, TimeProvider time)
    {
        Revision = revision;
        Subject = subject;
        _limits = factory.Definition.Limits;
        _requests = new RunningRequests(_limits.MaxCallsInFlight);
        _time = time;
        _lastUsed = time.GetTimestamp();
        Streams = new SessionStreams(_limits, revision.HasPolling(), time);
        _inbox = new InboxTransport(Id, SendUnaskedAsync);
        _server = factory.CreateForSession(_inbox);
        _running = _server.RunAsync(_ended.Token);
    }

    /// <summary>256 random bits in hexadecimal.</summary>
    public string Id { get; } = NewId();

    public ProtocolRevision Revision { get; }

    public string? Subject { get; }

    public SessionStreams Streams { get; }

    /// <summary>Fires when the session ends.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Makes an id nobody can guess: 256 random bits in hexadecimal.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Takes requests in, if their ids are free and there is room.</summary>
    /// <returns>Where their answers go, or why they are refused.</returns>
    public (PostReply? Reply, MessageFault? Fault) TryOpenReply(IReadOnlyList<JsonRpcRequest> requests)
    {
        var reply = new PostReply(requests.Select(request => request.Id), OpenLog, _time);
        return _requests.TryStart(requests, reply) is { } fault
            ? (null, fault with { Id = fault.Id ?? requests[0].Id })
            : (reply, null);
    }

    /// <summary>Hands a message to the server.</summary>
    /// <param name="message">The message; a request was taken in before.</param>
    /// <param name="origin">What the transport knows of it.</param>
    /// <returns>False when the session has ended.</returns>
    public bool Post(JsonRpcMessage message, CallOrigin origin)
    {
        Touch();
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification })
            return Cancel(origin);
        message.Context ??= new JsonRpcMessageContext();
        var pollable = Revision.HasPolling() && message.Context.RelatedTransport is RunningRequest request
            ? request.Answers as IPollable
            : null;
        (origin with { Pollable = pollable }).AttachTo(message.Context);
        return _inbox.Post(message);
    }

    /// <summary>Counts an open connection, which keeps the session from going idle.</summary>
    public void Connected(int change)
    {
        Interlocked.Add(ref _connections, change);
        Touch();
    }

    /// <summary>Whether nobody has used it for the idle time.</summary>
    public bool IsIdle() =>
        _requests.IsEmpty && Volatile.Read(ref _connections) == 0
        && _time.GetElapsedTime(Volatile.Read(ref _lastUsed)) > _limits.SessionIdleTime;

    /// <summary>
    /// Ends everything. When this returns, requests have been answered with an error, streams have ended and handlers
    /// are being cancelled.
    /// </summary>
    /// <returns>Completes when the handlers have stopped.</returns>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 1)
            return ValueTask.CompletedTask;
        _inbox.Complete();
        foreach (var request in _requests.End())
        {
            var fault = new MessageFault(
                MessageFault.InternalError, "The session ended before the answer.", request.Id);
            _ = request.SendMessageAsync(fault.ToError(), CancellationToken.None);
        }

        Streams.FinishAll();
        return new ValueTask(StopAsync(_ended.CancelAsync()));
    }

    private async Task StopAsync(Task cancelling)
    {
        await cancelling;
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
    }

    private void Touch() => Volatile.Write(ref _lastUsed, _time.GetTimestamp());

    private StreamLog OpenLog() =>
        Streams.TryOpen()
        ?? new StreamLog(-1, new StreamLogOptions(HasIds: false, KeepsRead: false, _limits.MaxEventsPerStream));

    // A cancelled request gets no answer, so its POST must be ended from here.
    private bool Cancel(CallOrigin origin)
    {
        if (MessageParser.TryReadId(origin.Params, "requestId", _limits.MaxIdLength, out var id)
            && _requests.Cancel(id) is { Answers: PostReply reply })
            reply.Forget(id);
        return Volatile.Read(ref _isEnded) == 0;
    }

    private Task SendUnaskedAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        Streams.Standalone.Append(MessageJson.ToBytes(message).Span);
        return Task.CompletedTask;
    }
}
