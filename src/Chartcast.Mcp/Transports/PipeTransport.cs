using System.Buffers;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// One client on a pair of pipes: checks what comes in, writes one line for each message that goes out.
/// </summary>
/// <param name="factory">Its parser and limits.</param>
/// <param name="output">Where the client reads.</param>
internal sealed class PipeTransport(McpServerFactory factory, Stream output) : ITransport, IRequestObserver
{
    private readonly Channel<JsonRpcMessage> _inbox = Channel.CreateUnbounded<JsonRpcMessage>();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lock _lock = new();
    private readonly HashSet<RequestId> _inFlight = [];
    private readonly CancellationTokenSource _closed = new();
    private ProtocolRevision? _revision;

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _inbox.Reader;

    /// <summary>Fires when the client stopped reading.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Takes a line in; what is wrong with it is answered here.</summary>
    public async ValueTask ReceiveAsync(Line line, CancellationToken cancellationToken)
    {
        if (line.Bytes is not { } bytes)
        {
            var message = $"A message has at most {factory.Definition.Limits.MaxLineBytes} bytes.";
            await RefuseAsync(new MessageFault(MessageFault.ParseError, message), cancellationToken);
            return;
        }

        if (bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
            return;
        var parsed = factory.Parser.Parse(bytes);
        var fault = parsed.Fault ?? (parsed.IsBatch && _revision?.HasBatches() is not true
            ? new MessageFault(MessageFault.InvalidRequest, "A line is one message, not an array.")
            : null);
        if (fault is not null)
        {
            await RefuseAsync(fault, cancellationToken);
            return;
        }

        foreach (var message in parsed.Messages)
        {
            if (Admit(message) is { } refused)
                await RefuseAsync(refused, cancellationToken);
            else
                Post(message);
        }
    }

    /// <summary>No more input.</summary>
    public void Complete() => _inbox.Writer.TryComplete();

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        var line = new ArrayBufferWriter<byte>(512);
        MessageJson.Write(line, message);
        line.Write("\n"u8);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // A line once begun is finished: half a message would spoil the next one.
            await output.WriteAsync(line.WrittenMemory, CancellationToken.None);
            await output.FlushAsync(CancellationToken.None);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            await _closed.CancelAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    public void OnHandled(RequestId id)
    {
        lock (_lock)
        {
            _inFlight.Remove(id);
        }
    }

    public ValueTask DisposeAsync()
    {
        Complete();
        return ValueTask.CompletedTask;
    }

    private MessageFault? Admit(IncomingMessage message)
    {
        if (message.Request is not { } request)
            return null;
        if (ParameterShapes.Check(message) is { } misshapen)
            return misshapen;
        lock (_lock)
        {
            // Without an id: the answer to the first request with it must stay the only one.
            if (_inFlight.Contains(request.Id))
                return new MessageFault(MessageFault.InvalidRequest, $"The id {request.Id} is already in use.");
            if (_inFlight.Count >= factory.Definition.Limits.MaxCallsInFlight)
                return new MessageFault(
                    MessageFault.InvalidRequest,
                    $"At most {factory.Definition.Limits.MaxCallsInFlight} requests run at once; wait for answers.",
                    request.Id);
            _inFlight.Add(request.Id);
        }

        if (request.Method == RequestMethods.Initialize && message.Text("protocolVersion") is { } wished)
        {
            _revision = RevisionRules.Negotiate(wished);
            ((JsonObject)request.Params!)["protocolVersion"] = _revision.Value.Date();
        }

        return null;
    }

    private void Post(IncomingMessage message)
    {
        message.Message.Context = new JsonRpcMessageContext { RelatedTransport = this };
        new CallOrigin(message.Params, "stdio", null, Caller.Anyone).AttachTo(message.Message.Context);
        _inbox.Writer.TryWrite(message.Message);
    }

    private Task RefuseAsync(MessageFault fault, CancellationToken cancellationToken) =>
        SendMessageAsync(fault.ToError(), cancellationToken);
}
