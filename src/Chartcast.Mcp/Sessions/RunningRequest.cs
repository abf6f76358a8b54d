using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Sessions;

/// <summary>One request being worked on, as the transport of everything its handler sends.</summary>
internal sealed class RunningRequest : ITransport, IRequestObserver
{
    private readonly CancellationTokenSource _cancelled = new();
    private readonly RunningRequests _all;
    private readonly JsonRpcRequest _request;

    /// <param name="request">The request.</param>
    /// <param name="answers">Where its messages go.</param>
    /// <param name="all">The list it is on.</param>
    public RunningRequest(JsonRpcRequest request, ITransport answers, RunningRequests all)
    {
        _request = request;
        Answers = answers;
        _all = all;
    }

    public RequestId Id => _request.Id;

    /// <summary>Where its messages go.</summary>
    public ITransport Answers { get; }

    /// <summary>MCP, "Cancellation": <c>initialize</c> is never cancelled.</summary>
    public bool IsCancellable => _request.Method != RequestMethods.Initialize;

    /// <summary>How far it is; guarded by the list's lock.</summary>
    public RunningState State { get; set; }

    /// <summary>Whether its handler has ended; guarded by the list's lock.</summary>
    public bool IsHandled { get; set; }

    public CancellationToken Cancelled => _cancelled.Token;

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader =>
        throw new NotSupportedException("Messages are posted to the server's own transport.");

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (message is not (JsonRpcResponse or JsonRpcError))
        {
            if (_all.IsDue(this))
                await Answers.SendMessageAsync(message, cancellationToken);
            return;
        }

        if (!_all.TryAnswer(this))
            return;
        try
        {
            await Answers.SendMessageAsync(message, cancellationToken);
        }
        finally
        {
            _all.OnAnswered();
        }
    }

    public void OnHandled() => _all.OnHandled(this);

    /// <summary>Cancels the handler; its callbacks run elsewhere.</summary>
    public void Stop() => _ = _cancelled.CancelAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>How far a request is.</summary>
internal enum RunningState
{
    /// <summary>Its answer is due.</summary>
    Due,

    /// <summary>Its answer is on its way or given.</summary>
    Answered,

    /// <summary>Nothing more of it goes to the client.</summary>
    Cancelled,
}
