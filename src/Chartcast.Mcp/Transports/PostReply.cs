using System.Buffers;
using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Sessions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// What goes back to one POST: a single answer as JSON when nothing came before it, else a stream of events that ends
/// with the last answer. Everything a request's handler sends comes here (MCP 2025-11-25, Streamable HTTP, "Sending
/// Messages to the Server").
/// </summary>
internal sealed class PostReply : ITransport, IPollable
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<JsonRpcMessage?> _decision =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<RequestId> _unanswered;
    private readonly Func<StreamLog> _openLog;
    private readonly TimeProvider _time;
    private StreamLog? _log;
    private StreamCursor? _reader;
    private bool _isUnread;
    private bool _isOver;

    /// <param name="requests">The ids to answer.</param>
    /// <param name="openLog">Makes the stream, once, when one is needed.</param>
    /// <param name="time">The clock that says when a stream finished.</param>
    public PostReply(IEnumerable<RequestId> requests, Func<StreamLog> openLog, TimeProvider time)
    {
        _unanswered = [.. requests];
        _openLog = openLog;
        _time = time;
    }

    /// <summary>The only answer, or null as soon as it is a stream.</summary>
    public Task<JsonRpcMessage?> Decision => _decision.Task;

    /// <summary>
    /// The stream and the POST's own place in it; null without a stream, or when nobody reads it here.
    /// </summary>
    public (StreamLog Log, StreamCursor Reader)? Stream
    {
        get
        {
            lock (_lock)
                return _reader is null ? null : (_log!, _reader);
        }
    }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader =>
        throw new NotSupportedException("Messages are posted to the server's own transport.");

    /// <summary>Decides for a stream.</summary>
    public void OpenStream()
    {
        lock (_lock)
        {
            if (!_isOver)
                Open_NeedsLock();
        }
    }

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_isOver)
                return Task.CompletedTask;
            var isAnswer = message is JsonRpcResponse or JsonRpcError;
            if (isAnswer && !_unanswered.Remove(((JsonRpcMessageWithId)message).Id))
                return Task.CompletedTask; // cancelled meanwhile
            var isLast = isAnswer && _unanswered.Count == 0;
            if (isLast && _log is null)
            {
                _isOver = true;
                _decision.TrySetResult(message);
                return Task.CompletedTask;
            }

            Open_NeedsLock();
            var json = new ArrayBufferWriter<byte>(512);
            MessageJson.Write(json, message);
            _log!.Append(json.WrittenSpan);
            if (isLast)
                Finish_NeedsLock();
        }

        return Task.CompletedTask;
    }

    /// <summary>Gives up one answer that is not due any more, because the request was cancelled.</summary>
    public void Forget(RequestId id)
    {
        lock (_lock)
        {
            if (!_isOver && _unanswered.Remove(id) && _unanswered.Count == 0)
            {
                Open_NeedsLock();
                Finish_NeedsLock();
            }
        }
    }

    /// <summary>Ends it: what is still unanswered gets an error.</summary>
    /// <param name="reason">What the error says.</param>
    public void End(string reason)
    {
        RequestId[] missing;
        lock (_lock)
            missing = [.. _unanswered];
        foreach (var id in missing)
            _ = SendMessageAsync(
                new MessageFault(MessageFault.InternalError, reason, id).ToError(), CancellationToken.None);
    }

    /// <summary>The POST's own connection is closed; what comes from now on only GET can fetch.</summary>
    public void Disconnect()
    {
        lock (_lock)
        {
            _isUnread = true;
            _reader?.Leave();
        }
    }

    public Task LeaveConnectionAsync(TimeSpan retry)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retry, TimeSpan.Zero);
        lock (_lock)
        {
            if (_isOver)
                return Task.CompletedTask;
            Open_NeedsLock();
            return _log!.DismissAsync(retry);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Open_NeedsLock()
    {
        if (_log is not null)
            return;
        _log = _openLog();
        // Read from the very start on, so that whoever asks the reader to leave can wait for it.
        _reader = _isUnread ? null : _log.Open(after: 0);
        _decision.TrySetResult(null);
    }

    private void Finish_NeedsLock()
    {
        _isOver = true;
        _log!.Finish(_time.GetTimestamp());
    }
}
