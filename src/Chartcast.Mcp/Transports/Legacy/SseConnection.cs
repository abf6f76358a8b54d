using System.Text;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Sessions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports.Legacy;

/// <summary>
/// One client's event stream that is its whole session (MCP 2024-11-05, HTTP with SSE): its server, and everything
/// that goes out.
/// </summary>
internal sealed class SseConnection : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly McpLimits _limits;
    private readonly TimeProvider _time;
    private readonly SessionServer _server;
    private readonly Task _running;

    /// <param name="factory">Makes its server.</param>
    /// <param name="subject">Who opened it, as authenticated; null without authentication.</param>
    /// <param name="settings">What the address it was opened by says for all of its calls.</param>
    /// <param name="time">The clock.</param>
    public SseConnection(
        McpServerFactory factory, string? subject, IReadOnlyDictionary<string, string> settings, TimeProvider time)
    {
        Subject = subject;
        Settings = settings;
        _time = time;
        _limits = factory.Definition.Limits;
        Log = new StreamLog(
            0, new StreamLogOptions(HasIds: false, KeepsRead: false, _limits.MaxEventsPerStream));
        Intake = new ConnectionIntake(_limits, SendAsync);
        _server = factory.CreateForSession(Intake.Transport);
        _running = _server.RunAsync(_ended.Token);
    }

    /// <summary>256 random bits in hexadecimal.</summary>
    public string Id { get; } = McpSession.NewId();

    public string? Subject { get; }

    /// <summary>What its calls have as <see cref="ToolCall.Settings"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>What goes out.</summary>
    public StreamLog Log { get; }

    /// <summary>What comes in.</summary>
    public ConnectionIntake Intake { get; }

    /// <summary>Begins the stream with the address that messages are posted to.</summary>
    /// <returns>The place to read from.</returns>
    public StreamCursor Open(string address)
    {
        Log.Append(Encoding.ASCII.GetBytes(address), "endpoint");
        return Log.Open(after: 0)!;
    }

    /// <summary>Sends a message; a reader that lets too much pile up is cut, for it could not resume.</summary>
    public Task SendAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (Log.Bytes > _limits.MaxUnreadBytes)
            Log.Shrink(0);
        Log.Append(MessageJson.ToBytes(message).Span);
        return Task.CompletedTask;
    }

    /// <summary>Ends the stream as soon as no request is running; what comes later is not waited for.</summary>
    public async Task FinishWhenIdleAsync()
    {
        await Intake.Requests.WhenEmptyAsync();
        Log.Finish(_time.GetTimestamp());
    }

    /// <summary>Ends the stream: what is still unanswered gets an error.</summary>
    /// <param name="reason">What the error says.</param>
    public void End(string reason)
    {
        foreach (var request in Intake.Requests.End())
        {
            var fault = new MessageFault(MessageFault.InternalError, reason, request.Id);
            _ = request.SendMessageAsync(fault.ToError(), CancellationToken.None);
        }

        Log.Finish(_time.GetTimestamp());
    }

    /// <summary>Ends the session with its connection.</summary>
    /// <returns>Completes when the handlers, which are cancelled, have stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        End("The connection ended before the answer.");
        await Intake.DisposeAsync();
        await _ended.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        _ended.Dispose();
    }
}
