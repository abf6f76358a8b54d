using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// A server's transport: messages are posted into it, and what belongs to no request goes to one place.
/// </summary>
/// <param name="sessionId">The session's id, or null.</param>
/// <param name="send">Where messages go that have no transport of their own.</param>
internal sealed class InboxTransport(string? sessionId, Func<JsonRpcMessage, CancellationToken, Task> send) : ITransport
{
    // Unbounded: whoever posts counts the requests in flight, and everything else is handled at once.
    private readonly Channel<JsonRpcMessage> _inbox = Channel.CreateUnbounded<JsonRpcMessage>();

    public string? SessionId => sessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => _inbox.Reader;

    /// <summary>Hands a message to the server; false when it has ended.</summary>
    public bool Post(JsonRpcMessage message) => _inbox.Writer.TryWrite(message);

    /// <summary>No more messages come; the server ends when the last one is handled.</summary>
    public void Complete() => _inbox.Writer.TryComplete();

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) =>
        send(message, cancellationToken);

    public ValueTask DisposeAsync()
    {
        Complete();
        return ValueTask.CompletedTask;
    }
}
