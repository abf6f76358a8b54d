using System.Diagnostics.Metrics;
using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Stores;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <summary>The one way to a chart, behind every front door: submit, wait, look up, cancel.</summary>
/// <remarks>
/// Every change of a request is stored before anyone is told. Requests for the same chart that are unfinished at the
/// same time share one piece of work, yet each has its own record, events and end. Safe for concurrent use.
/// </remarks>
public sealed partial class ChartRequestService : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChartJob> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SharedWork> _inFlight = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _follows = [];
    private readonly WorkQueues _queues;
    private readonly RequestObservers _observers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _startLock = new(1, 1);
    private readonly IChartStore _store;
    private readonly EventHub _hub;
    private readonly ChartRequestOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ChartRequestService> _logger;
    private readonly JobContext _context;
    private readonly List<Task> _workers = [];
    private volatile bool _isStarted;
    private bool _isDraining;
    private bool _isDisposed;
    private int _waiting;

    /// <summary>Makes a service that has not started.</summary>
    /// <param name="store">Keeps everything; not disposed here.</param>
    /// <param name="hub">Started with the service; not disposed here.</param>
    /// <param name="chooseProvider">Who draws a request; throws <see cref="ChartException"/> when nobody can.</param>
    /// <param name="options">Limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Receives incidents and what happens at start and stop.</param>
    /// <param name="meter">Counts requests; null to count nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public ChartRequestService(
        IChartStore store,
        EventHub hub,
        Func<ChartRequest, IChartProvider> chooseProvider,
        ChartRequestOptions options,
        TimeProvider time,
        ILogger<ChartRequestService> logger,
        Meter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(chooseProvider);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        _store = store;
        _hub = hub;
        _queues = new WorkQueues(chooseProvider, options, logger);
        _options = options;
        _time = time;
        _logger = logger;
        _context = new JobContext(
            store, options, time, logger,
            meter is null ? null : new RequestInstruments(meter, () => WaitingCount, () => UnfinishedCount));
        store.Committed += _observers.Publish;
    }

    /// <summary>How many charts wait for a worker.</summary>
    public int WaitingCount => Volatile.Read(ref _waiting);

    /// <summary>How many requests are unfinished.</summary>
    public int UnfinishedCount
    {
        get
        {
            lock (_gate) return _jobs.Count;
        }
    }

    /// <summary>Opens the store, takes up what the last process left unfinished, and starts the workers. Does nothing
    /// the
    /// second time. The other members start the service themselves when nobody has.</summary>
    /// <exception cref="ChartException">The store cannot be opened.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_isStarted) return;
        await _startLock.WaitAsync(cancellationToken);
        try
        {
            if (_isStarted) return;
            await _hub.StartAsync(cancellationToken);
            await RecoverAsync(cancellationToken);
            _workers.AddRange(_queues.Start(OnStarted, OnFinished));
            _workers.Add(new RetentionSweep(_store, _options, _time, _logger).RunAsync(_stop.Token));
            _isStarted = true;
        }
        finally
        {
            _startLock.Release();
        }
    }

    /// <summary>Waits for a request's end.</summary>
    /// <returns>The final record; the unfinished one when the server stops first.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.UnknownRequest"/>.</exception>
    public async Task<ChartRecord> WaitAsync(string requestId, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return JobOf(requestId) is { } job
            ? await job.Finished.WaitAsync(cancellationToken)
            : await _store.FindAsync(requestId, cancellationToken)
                ?? throw new ChartException(
                    ChartErrorCode.UnknownRequest,
                    "No request has this id; get_recent_requests lists those that are kept.");
    }

    /// <summary>The record of an id, or null.</summary>
    public async ValueTask<ChartRecord?> FindAsync(string requestId, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return JobOf(requestId) is { HasUnsavedEnd: true } job
            ? job.Record
            : await _store.FindAsync(requestId, cancellationToken);
    }

    /// <summary>The record of an id for someone who may not see everyone's.</summary>
    /// <param name="requestId">The id.</param>
    /// <param name="owner">Whose requests there are for the asker; null for everyone's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record; null when there is none or it is another owner's.</returns>
    public async ValueTask<ChartRecord?> FindAsync(
        string requestId, string? owner, CancellationToken cancellationToken)
    {
        ChartRecord? record = await FindAsync(requestId, cancellationToken);
        return owner is null || string.Equals(record?.Caller.Owner, owner, StringComparison.Ordinal) ? record : null;
    }

    /// <summary>Records newest first.</summary>
    public async ValueTask<IReadOnlyList<ChartRecord>> RecentAsync(
        RecentFilter filter, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return await _store.RecentAsync(filter, cancellationToken);
    }

    /// <summary>Cancels an unfinished request; a chart shared with others is still made for them.</summary>
    /// <returns>True when the request ended as cancelled; false when it is unknown or had ended before.</returns>
    public async Task<bool> CancelAsync(string requestId, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        if (JobOf(requestId) is not { } job) return false;
        job.Cancel();
        return (await job.Finished.WaitAsync(cancellationToken)).Status == ChartStatus.Cancelled;
    }

    /// <summary>Tells the coming events of one request, in order, on the thread pool; never holds up the
    /// publisher.</summary>
    /// <returns>Dispose it to stop; the final event stops it, too.</returns>
    public IDisposable Observe(string requestId, Action<ChartEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        ArgumentNullException.ThrowIfNull(observer);
        return _observers.Add(requestId, observer);
    }

    /// <summary>Stops taking requests, finishes the running ones within <see cref="ChartRequestOptions.DrainLimit"/>,
    /// and
    /// leaves the waiting ones stored as queued for the next start.</summary>
    /// <param name="cancellationToken">Ends the wait for running charts early.</param>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        ChartJob[] unfinished;
        lock (_gate)
        {
            _isDraining = true;
            unfinished = [.. _jobs.Values];
        }

        if (unfinished.Length > 0) LogDraining(unfinished.Length);
        foreach (ChartJob job in unfinished) job.StopUnlessRunning();
        _queues.Complete();
        Task finished = FollowsAsync();
        try
        {
            await finished.WaitAsync(_options.DrainLimit, _time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            LogDrainLimit(UnfinishedCount);
        }

        foreach (ChartJob job in unfinished) job.Interrupt();
        await _stop.CancelAsync();
        await finished;
    }

    /// <summary>Stops at once, as <see cref="DrainAsync"/> without waiting for running charts.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        await DrainAsync(new CancellationToken(canceled: true));
        _store.Committed -= _observers.Publish;
        await Task.WhenAll(_workers);
    }

    private ChartJob? JobOf(string requestId)
    {
        lock (_gate) return _jobs.GetValueOrDefault(requestId);
    }

    /// <summary>Gives a job its work: that of an equal request, or a new one, if there is room.</summary>
    private void Admit(ChartJob job, string fingerprint, bool isRecovered)
    {
        lock (_gate)
        {
            if (_isDraining) throw Busy("The server is shutting down; ask again after its restart.");
            if (!isRecovered && _jobs.Count >= _options.MaximumUnfinished)
                throw Busy("Too many requests are unfinished; ask again later.");
            if (!_inFlight.TryGetValue(fingerprint, out SharedWork? work) || !work.TryJoin(job))
            {
                if (!isRecovered && _waiting >= _options.QueueCapacity)
                    throw Busy("The queue of charts is full; ask again later.");
                work = new SharedWork(fingerprint, job.Record.Request);
                work.TryJoin(job);
                _inFlight[fingerprint] = work;
                _waiting++;
            }

            job.Work = work;
            _jobs.Add(job.Record.RequestId, job);
        }
    }

    private ChartException Busy(string message)
    {
        _context.Instruments?.Refused(ChartErrorCode.Busy);
        return new ChartException(new ChartError
        {
            Code = ChartErrorCode.Busy,
            Message = message,
            RetryAfter = _options.BusyRetryAfter,
        });
    }

    /// <summary>Lets a stored job follow its work, and queues the work unless an equal request has.</summary>
    private void Activate(ChartJob job)
    {
        Task follow = FollowAsync(job);
        lock (_gate)
        {
            if (!follow.IsCompleted) _follows.Add(follow);
            if (_isDraining) job.StopUnlessRunning();
        }

        follow.ContinueWith(
            ended =>
            {
                lock (_gate) _follows.Remove(ended);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (job.Work.TryEnqueue()) _queues.Add(job.Work);
        if (job.Work.IsAnnounced) job.Announce();
    }

    private async Task FollowAsync(ChartJob job)
    {
        try
        {
            await job.FollowAsync(_stop.Token);
        }
        finally
        {
            Forget(job);
        }
    }

    private void Forget(ChartJob job)
    {
        bool isDeserted;
        lock (_gate)
        {
            _jobs.Remove(job.Record.RequestId);
            isDeserted = job.Work.Leave(job, out bool neverRan);
            if (isDeserted)
            {
                if (neverRan) _waiting--;
                RemoveFromFlight(job.Work);
            }
        }

        job.Release();
        // Outside the lock: cancelling runs whatever the provider registered.
        if (isDeserted) job.Work.Abort();
    }

    private void OnStarted(SharedWork work)
    {
        lock (_gate) _waiting--;
    }

    private void OnFinished(SharedWork work)
    {
        lock (_gate) RemoveFromFlight(work);
    }

    private void RemoveFromFlight(SharedWork work)
    {
        if (_inFlight.TryGetValue(work.Fingerprint, out SharedWork? current) && ReferenceEquals(current, work))
            _inFlight.Remove(work.Fingerprint);
    }

    private async Task FollowsAsync()
    {
        while (true)
        {
            Task[] follows;
            lock (_gate) follows = [.. _follows];
            if (follows.Length == 0) return;
            await Task.WhenAll(follows);
            await Task.Yield();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping with {Unfinished} requests unfinished")]
    private partial void LogDraining(int unfinished);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Unfinished} requests are still unfinished at the end of the time to stop")]
    private partial void LogDrainLimit(int unfinished);
}
