using System.Text.Json.Nodes;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Sessions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// What one connection brings that is its own session (a pipe, an event stream of 2024-11-05): checked, counted and
/// handed to the server, whose messages all go out on that connection.
/// </summary>
internal sealed class ConnectionIntake : IAsyncDisposable
{
    private readonly InboxTransport _inbox;
    private readonly int _maxIdLength;
    private ProtocolRevision? _revision;

    /// <param name="limits">How much is taken in.</param>
    /// <param name="send">Sends a message to the client.</param>
    public ConnectionIntake(McpLimits limits, Func<JsonRpcMessage, CancellationToken, Task> send)
    {
        _maxIdLength = limits.MaxIdLength;
        _inbox = new InboxTransport(null, send);
        Requests = new RunningRequests(limits.MaxCallsInFlight);
    }

    /// <summary>The server's transport.</summary>
    public ITransport Transport => _inbox;

    /// <summary>The requests being worked on.</summary>
    public RunningRequests Requests { get; }

    /// <summary>Checks what came at once.</summary>
    /// <returns>Why nothing of it is taken, or null.</returns>
    public MessageFault? Check(ParsedMessages parsed) =>
        parsed.Fault ?? (parsed.IsBatch && _revision?.HasBatches() is not true
            ? new MessageFault(MessageFault.InvalidRequest, "Send one message, not an array.")
            : null);

    /// <summary>Takes one message in.</summary>
    /// <param name="message">The message.</param>
    /// <param name="origin">What the transport knows of it.</param>
    /// <param name="isInBatch">Whether it came in an array.</param>
    /// <returns>
    /// Why it is refused, or null. With the request's id when that request gets the fault as its answer.
    /// </returns>
    public MessageFault? Take(IncomingMessage message, CallOrigin origin, bool isInBatch)
    {
        if (message.Method == NotificationMethods.CancelledNotification)
        {
            if (MessageParser.TryReadId(message.Params, "requestId", _maxIdLength, out var id))
                Requests.Cancel(id);
            return null;
        }

        if (message.Request is { } request && Admit(message, request, isInBatch) is { } refused)
            return refused;
        origin.AttachTo(message.Message.Context ??= new JsonRpcMessageContext());
        _inbox.Post(message.Message);
        return null;
    }

    /// <summary>No more messages come; the server ends when the last one is handled.</summary>
    public ValueTask DisposeAsync() => _inbox.DisposeAsync();

    private MessageFault? Admit(IncomingMessage message, JsonRpcRequest request, bool isInBatch)
    {
        if (isInBatch && request.Method == RequestMethods.Initialize)
            return new MessageFault(MessageFault.InvalidRequest, "initialize must not be in a batch.", request.Id);
        if ((ParameterShapes.Check(message) ?? Requests.TryStart([request], _inbox)) is { } fault)
            return fault;
        if (request.Method == RequestMethods.Initialize && message.Text("protocolVersion") is { } wished)
        {
            // The handshake never selects a revision without one, whatever the client names.
            _revision = RevisionRules.Negotiate(wished);
            ((JsonObject)request.Params!)["protocolVersion"] = _revision.Value.Date();
        }

        return null;
    }
}
