using System.Buffers;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// One client on a pair of pipes: hands on what comes in, writes one line for each message that goes out.
/// </summary>
internal sealed class PipeTransport : IAsyncDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _closed = new();
    private readonly McpServerFactory _factory;
    private readonly ConnectionIntake _intake;
    private readonly Stream _output;

    /// <param name="factory">Its parser and limits.</param>
    /// <param name="output">Where the client reads.</param>
    public PipeTransport(McpServerFactory factory, Stream output)
    {
        _factory = factory;
        _output = output;
        _intake = new ConnectionIntake(factory.Definition.Limits, SendAsync);
    }

    /// <summary>The server's transport.</summary>
    public ITransport Transport => _intake.Transport;

    /// <summary>Fires when the client stopped reading.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Takes a line in; what is wrong with it is answered here.</summary>
    public async ValueTask ReceiveAsync(Line line, CancellationToken cancellationToken)
    {
        if (line.Bytes is not { } bytes)
        {
            var message = $"A message has at most {_factory.Definition.Limits.MaxLineBytes} bytes.";
            await RefuseAsync(new MessageFault(MessageFault.ParseError, message), cancellationToken);
            return;
        }

        if (bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
            return;
        var parsed = _factory.Parser.Parse(bytes);
        if (_intake.Check(parsed) is { } fault)
        {
            await RefuseAsync(fault, cancellationToken);
            return;
        }

        foreach (var message in parsed.Messages)
        {
            var origin = new CallOrigin(message.Params, "stdio", null, Caller.Anyone);
            if (_intake.Take(message, origin, parsed.IsBatch) is { } refused)
                await RefuseAsync(refused, cancellationToken);
        }
    }

    /// <summary>No more input comes; what runs may still answer.</summary>
    public ValueTask DisposeAsync() => _intake.DisposeAsync();

    private async Task SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>(512);
        MessageJson.Write(line, message);
        line.Write("\n"u8);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // A line once begun is finished: half a message would spoil the next one.
            await _output.WriteAsync(line.WrittenMemory, CancellationToken.None);
            await _output.FlushAsync(CancellationToken.None);
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

    private Task RefuseAsync(MessageFault fault, CancellationToken cancellationToken) =>
        SendAsync(fault.ToError(), cancellationToken);
}
