using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Sessions;

/// <summary>
/// One client's requests being worked on: each id once, at most so many, each cancelled by its id. Thread-safe.
/// </summary>
/// <remarks>
/// The SDK keeps such a list too, but takes a request off it when the client answers a request of the server's own
/// that has the same id; so cancelling is done here.
/// </remarks>
/// <param name="most">How many may run at once.</param>
internal sealed class RunningRequests(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestId, RunningRequest> _byId = [];
    private TaskCompletionSource? _idle;
    private int _open;
    private bool _isOver;

    /// <summary>Whether nothing is being worked on or answered.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _open == 0;
        }
    }

    /// <summary>Takes requests in, all or none, and makes each its own transport.</summary>
    /// <param name="requests">The requests; their contexts are replaced.</param>
    /// <param name="answers">Where their messages go.</param>
    /// <returns>
    /// Why they are refused, or null. Without an id when another request has it, whose answer must stay the only one.
    /// </returns>
    public MessageFault? TryStart(IReadOnlyList<JsonRpcRequest> requests, ITransport answers)
    {
        lock (_lock)
        {
            if (Refuse_NeedsLock(requests) is { } fault)
                return fault;
            foreach (var request in requests)
            {
                var running = new RunningRequest(request, answers, this);
                request.Context = new JsonRpcMessageContext { RelatedTransport = running };
                _byId.Add(request.Id, running);
                _open++;
            }

            return null;
        }
    }

    /// <summary>Cancels a request: its handler is stopped and nothing more of it is sent.</summary>
    /// <returns>The request, or null when there is none with this id that may be cancelled.</returns>
    public RunningRequest? Cancel(RequestId id)
    {
        RunningRequest? request;
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out request) || request.State != RunningState.Due
                || request.IsHandled || !request.IsCancellable)
                return null;
            request.State = RunningState.Cancelled;
        }

        request.Stop();
        return request;
    }

    /// <summary>Takes no more requests.</summary>
    /// <returns>Those whose answer is still due.</returns>
    public IReadOnlyList<RunningRequest> End()
    {
        lock (_lock)
        {
            _isOver = true;
            return [.. _byId.Values.Where(request => request.State == RunningState.Due)];
        }
    }

    /// <summary>Completes when nothing is being worked on or answered.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            if (_open == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Whether a request's messages are still wanted.</summary>
    public bool IsDue(RunningRequest request)
    {
        lock (_lock)
            return request.State == RunningState.Due;
    }

    /// <summary>
    /// Begins a request's answer, if it is due. From here on its id is free: the client may use it again as soon as
    /// it sees the answer.
    /// </summary>
    public bool TryAnswer(RunningRequest request)
    {
        lock (_lock)
        {
            if (request.State != RunningState.Due)
            {
                Forget_NeedsLock(request);
                return false;
            }

            request.State = RunningState.Answered;
            _byId.Remove(request.Id);
            return true;
        }
    }

    /// <summary>An answer has been handed on; only now its place is free, or a client that never reads would fill
    /// the memory.</summary>
    public void OnAnswered()
    {
        lock (_lock)
            Close_NeedsLock();
    }

    /// <summary>A request's handler has ended.</summary>
    public void OnHandled(RunningRequest request)
    {
        lock (_lock)
        {
            // One that is due goes on: the SDK words its error after this.
            request.IsHandled = true;
            Forget_NeedsLock(request);
        }
    }

    private MessageFault? Refuse_NeedsLock(IReadOnlyList<JsonRpcRequest> requests)
    {
        if (_isOver)
            return new MessageFault(
                MessageFault.LegacySessionNotFound, "There is no such session any more; initialize again.");
        foreach (var request in requests)
        {
            if (_byId.ContainsKey(request.Id) || requests.Count(other => other.Id.Equals(request.Id)) > 1)
                return new MessageFault(MessageFault.InvalidRequest, $"The id {request.Id} is already in use.");
        }

        return _open + requests.Count > most
            ? new MessageFault(
                MessageFault.InvalidRequest, $"At most {most} requests run at once; wait for answers.", requests[0].Id)
            : null;
    }

    private void Forget_NeedsLock(RunningRequest request)
    {
        if (request.State == RunningState.Cancelled
            && _byId.TryGetValue(request.Id, out var running) && running == request)
        {
            _byId.Remove(request.Id);
            Close_NeedsLock();
        }
    }

    private void Close_NeedsLock()
    {
        _open--;
        if (_open > 0)
            return;
        _idle?.TrySetResult();
        _idle = null;
    }
}
