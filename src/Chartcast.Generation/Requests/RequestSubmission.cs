using Chartcast.Generation.Events;

namespace Chartcast.Generation.Requests;

/// <content>How a request comes in: asked for, or drawn and waited for.</content>
public sealed partial class ChartRequestService
{
    /// <summary>Stores and queues a request.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Gives up before the request is stored.</param>
    /// <returns>The stored record, queued.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.Busy"/> with a time to come back, and nothing stored,
    /// when the queue is full or the server stops; <see cref="ChartErrorCode.StorageUnavailable"/>.</exception>
    public Task<ChartRecord> SubmitAsync(
        ChartRequest request, ChartCaller caller, CancellationToken cancellationToken) =>
        SubmitAsync(request, caller, null, cancellationToken);

    /// <summary>Stores and queues a request, and tells its events from the first one on.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="observer">Told every event in order, on the thread pool; let go after the final one.</param>
    /// <param name="cancellationToken">Gives up before the request is stored.</param>
    /// <returns>The stored record, queued; it survives a loss of power.</returns>
    /// <exception cref="ChartException">As the other overload.</exception>
    public async Task<ChartRecord> SubmitAsync(
        ChartRequest request, ChartCaller caller, Action<ChartEvent>? observer, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        ChartJob job = Admit(request, caller);
        ChartRecord queued = job.Record;
        await StoreAsync(job, observer, static () => { }, cancellationToken);
        Activate(job);
        await _store.FlushAsync(CancellationToken.None);
        return queued;
    }

    /// <summary>Stores a request, has it drawn and waits for its end, which alone the asker is told.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="observer">Told every event in order, on the thread pool; let go after the final one.</param>
    /// <param name="cancellationToken">The asker left: cancels the request.</param>
    /// <returns>The final record; the unfinished one when the server stops first.</returns>
    /// <exception cref="ChartException">As <see cref="SubmitAsync(ChartRequest, ChartCaller, CancellationToken)"/>.
    /// </exception>
    public async Task<ChartRecord> DrawAsync(
        ChartRequest request, ChartCaller caller, Action<ChartEvent>? observer, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        ChartJob job = Admit(request, caller);
        // Nobody knows of the request yet: it may be drawn while it is being stored. The store keeps the order.
        await StoreAsync(job, observer, () => Activate(job), cancellationToken);
        try
        {
            return await job.Finished.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            job.Cancel();
            await job.Finished;
            throw;
        }
    }

    private ChartJob Admit(ChartRequest request, ChartCaller caller)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        DateTimeOffset now = RequestClock.Now(_time);
        var record = new ChartRecord
        {
            RequestId = RequestIds.NewRequestId(now),
            Caller = caller,
            Request = request,
            Status = ChartStatus.Queued,
            CreatedAt = now,
        };
        var job = new ChartJob(record, _context, isRecovered: false);
        Admit(job, RequestFingerprint.Of(request), isRecovered: false);
        return job;
    }

    /// <summary>Stores an admitted job; forgets it where that fails.</summary>
    private async Task StoreAsync(
        ChartJob job, Action<ChartEvent>? observer, Action meanwhile, CancellationToken cancellationToken)
    {
        ChartRecord record = job.Record;
        RequestObserver? observing = observer is null ? null : _observers.Add(record.RequestId, observer);
        try
        {
            job.Stored = _store.AddAsync(
                record, RequestEvents.Queued(record, record.CreatedAt), cancellationToken).AsTask();
            meanwhile();
            await job.Stored;
        }
        catch (Exception exception)
        {
            if (exception is ChartException refusal) _context.Instruments?.Refused(refusal.Error.Code);
            observing?.Dispose();
            Forget(job);
            job.Nudge();
            throw;
        }
    }
}
