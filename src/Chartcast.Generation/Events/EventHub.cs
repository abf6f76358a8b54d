using System.Diagnostics.Metrics;
using Chartcast.Generation.Stores;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Events;

/// <summary>Brings stored events to everyone who listens.</summary>
/// <remarks>
/// One log of framed bytes is shared by all listeners; each has only a cursor into it. What piled up while a listener
/// was
/// busy goes out as one piece, and one that falls off the end of the log is dropped, never waited for.
/// <para>Events come from <see cref="IChartStore.Committed"/>, in order and after their commit, so nothing can be seen
/// that a crash would take back. There is no backplane beside the store: with several nodes the shared database is the
/// one
/// log, and its store raises <c>Committed</c> for the events of every node in the order of their sequences.</para>
/// Safe for concurrent use.
/// </remarks>
public sealed partial class EventHub : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _gate = new();
    private readonly EventLog _log;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _heartbeat;
    private List<EventSubscription> _waiting = [];
    private List<EventSubscription> _spare = [];
    private long _newest;
    private int _listeners;
    private int _wakeQueued;
    private int _beats;
    private bool _isClosed;

    /// <summary>Makes a hub that follows a store.</summary>
    /// <param name="store">Where events come from.</param>
    /// <param name="options">Limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of streams.</param>
    /// <param name="meter">Counts listeners; null to count nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public EventHub(
        IChartStore store, EventHubOptions options, TimeProvider time, ILogger<EventHub> logger, Meter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        Store = store;
        Options = options;
        _time = time;
        _logger = logger;
        _log = new EventLog(options.LogBytes);
        store.Committed += Publish;
        _heartbeat = time.CreateTimer(
            static hub => ((EventHub)hub!).Beat(), this, options.HeartbeatInterval, options.HeartbeatInterval);
        if (meter is not null) EventInstruments.Make(meter, this);
    }

    /// <summary>How many subscriptions are open.</summary>
    public int ListenerCount => Volatile.Read(ref _listeners);

    /// <summary>How many listeners were dropped because they fell behind.</summary>
    public long DroppedCount => Volatile.Read(ref _dropped);

    /// <summary>How many listeners were cut because a write to them stood still.</summary>
    public long StalledCount => Volatile.Read(ref _stalled);

    private long _dropped;
    private long _stalled;

    internal IChartStore Store { get; }

    internal EventHubOptions Options { get; }

    internal DateTimeOffset Now => _time.GetUtcNow();

    internal int Beats => Volatile.Read(ref _beats);

    internal bool IsClosed => Volatile.Read(ref _isClosed);

    /// <summary>Opens the store and learns where its log ends; without this, ids from before the start count as
    /// lost.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Store.OpenAsync(cancellationToken);
        (_, long newest) = await Store.EventRangeAsync(cancellationToken);
        lock (_gate) _newest = Math.Max(_newest, newest);
    }

    /// <summary>Brings one stored event to the listeners. The store's commits call this; an event that is not newer
    /// than
    /// the newest known is ignored.</summary>
    public void Publish(ChartEvent chartEvent)
    {
        ArgumentNullException.ThrowIfNull(chartEvent);
        lock (_gate)
        {
            if (_isClosed || chartEvent.Sequence <= _newest) return;
            _log.Append(Store.Epoch, chartEvent);
            _newest = chartEvent.Sequence;
            if (_waiting.Count == 0) return;
        }

        QueueWake();
    }

    /// <summary>Opens a stream.</summary>
    /// <param name="filter">Which events.</param>
    /// <param name="clientId">The id the client gave itself, told back in the <c>connection</c> event.</param>
    /// <param name="lastEventId">The id of the last event the client has, from anyone; null or empty for live
    /// only.</param>
    /// <returns>The stream; dispose it when the client is gone.</returns>
    public EventSubscription Subscribe(EventFilter filter, string clientId, string? lastEventId = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(clientId);
        Interlocked.Increment(ref _listeners);
        LogOpened(clientId, _listeners);
        lock (_gate)
        {
            string epoch = Store.Epoch;
            var start = new StreamStart(clientId, epoch, _newest, _newest, _log.End, null);
            if (!string.IsNullOrEmpty(lastEventId)) start = Resume(start, lastEventId);
            return new EventSubscription(this, filter, start);
        }
    }

    /// <summary>Notes that a listener was cut by its transport because a write to it stood still.</summary>
    public void NoteStalled() => Interlocked.Increment(ref _stalled);

    /// <summary>Ends every stream: each gets what is left for it, then a <c>shutdown</c> event, then its end.</summary>
    public void Close()
    {
        lock (_gate) _isClosed = true;
        QueueWake();
    }

    /// <summary>Closes the streams and stops following the store.</summary>
    public void Dispose()
    {
        Store.Committed -= Publish;
        _heartbeat.Dispose();
        Close();
    }

    /// <summary>Wakes everyone who waits; runs on the thread pool so that no publisher pays for its
    /// listeners.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _wakeQueued, 0);
        List<EventSubscription> woken;
        lock (_gate)
        {
            woken = _waiting;
            _waiting = _spare;
            _spare = [];
        }

        foreach (EventSubscription subscription in woken) subscription.Wake();
        woken.Clear();
        lock (_gate) _spare = woken;
    }

    /// <summary>Puts a subscription to sleep until something happens.</summary>
    /// <returns>False when something has happened since it last looked; then it looks again.</returns>
    internal bool TrySleep(EventSubscription subscription)
    {
        lock (_gate)
        {
            if (_isClosed || subscription.HasNews) return false;
            _waiting.Add(subscription);
            return true;
        }
    }

    internal void Left(EventSubscription subscription, string clientId)
    {
        int left = Interlocked.Decrement(ref _listeners);
        if (subscription.State == StreamState.FellBehind)
        {
            Interlocked.Increment(ref _dropped);
            LogDropped(clientId, left);
        }
        else
        {
            LogClosed(clientId, left);
        }
    }

    private StreamStart Resume(StreamStart live, string lastEventId)
    {
        if (!EventId.TryParse(lastEventId, out EventId id)) return live with { Loss = HistoryLoss.UnreadableId };
        if (!string.Equals(id.Epoch, live.Epoch, StringComparison.Ordinal))
            return live with { Loss = HistoryLoss.OtherLog };
        if (id.Sequence > live.Newest) return live with { Loss = HistoryLoss.UnknownId };
        // What is still in memory needs no store: a thousand clients that reconnect at once read nothing from disk.
        return _log.TryFindAfter(id.Sequence, out EventCursor cursor)
            ? live with { After = id.Sequence, Newest = id.Sequence, Cursor = cursor }
            : live with { After = id.Sequence };
    }

    private void Beat()
    {
        Interlocked.Increment(ref _beats);
        QueueWake();
    }

    private void QueueWake()
    {
        if (Interlocked.Exchange(ref _wakeQueued, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stream opened for {ClientId}, {Listeners} listening")]
    private partial void LogOpened(string clientId, int listeners);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stream closed for {ClientId}, {Listeners} listening")]
    private partial void LogClosed(string clientId, int listeners);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Stream dropped for {ClientId}: it read too slowly, {Listeners} listening")]
    private partial void LogDropped(string clientId, int listeners);
}

/// <summary>Where a stream begins.</summary>
/// <param name="ClientId">The client's id.</param>
/// <param name="Epoch">The store's epoch.</param>
/// <param name="After">The sequence the client has.</param>
/// <param name="Newest">The newest sequence that must come from the store; what follows comes from the log.</param>
/// <param name="Cursor">Where the log goes on.</param>
/// <param name="Loss">Why the client's id cannot be followed, or null.</param>
internal sealed record StreamStart(
    string ClientId, string Epoch, long After, long Newest, EventCursor Cursor, HistoryLoss? Loss);
