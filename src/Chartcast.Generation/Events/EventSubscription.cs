using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Events;

/// <summary>How a stream stands.</summary>
public enum StreamState
{
    /// <summary>Events come.</summary>
    Open,

    /// <summary>The listener read too slowly and was dropped: abort its connection.</summary>
    FellBehind,

    /// <summary>The server stops, or the subscription was disposed: end the answer.</summary>
    Ended,
}

/// <summary>One listener's stream of bytes, ready to be written: retry, connection event, what was missed, then
/// live.</summary>
/// <remarks>One reader at a time. Between reads it costs a cursor, nothing per event.</remarks>
public sealed class EventSubscription : IValueTaskSource, IDisposable
{
    private const int ReplayPage = 256;

    private readonly EventHub _hub;
    private readonly EventFilter _filter;
    private readonly bool _wantsAll;
    private StreamStart? _start;
    private readonly string _clientId;
    private readonly string _epoch;
    private EventCursor _cursor;
    private ManualResetValueTaskSourceCore<bool> _wake = new() { RunContinuationsAsynchronously = true };
    private int _isWaiting;
    private int _beatsSeen;
    private int _isDisposed;
    private bool _saidGoodbye;
    private long _replayAfter;
    private long _replayTo;

    internal EventSubscription(EventHub hub, EventFilter filter, StreamStart start)
    {
        _hub = hub;
        _filter = filter;
        _wantsAll = filter.IsAll;
        _start = start;
        _clientId = start.ClientId;
        _epoch = start.Epoch;
        _cursor = start.Cursor;
        _beatsSeen = hub.Beats;
        _replayAfter = start.After;
        _replayTo = start.Loss is null ? start.Newest : start.After;
    }

    /// <summary>How the stream stands; read it when <see cref="ReadAsync"/> returned nothing.</summary>
    public StreamState State { get; private set; }

    /// <summary>Whether something can be read without waiting; only for the hub, under its lock.</summary>
    internal bool HasNews =>
        _beatsSeen != _hub.Beats || _cursor.Index < _cursor.Segment.Count
        || _cursor.Segment.Next is not null || _cursor.Segment.IsCut;

    /// <summary>Waits for the next bytes: whole frames, everything that is ready (64 KiB at most, usually in one
    /// piece).</summary>
    /// <returns>The bytes, valid as long as they are held; empty when the stream is over, see <see
    /// cref="State"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting.</exception>
    public ValueTask<ReadOnlySequence<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_start is not null) return new ValueTask<ReadOnlySequence<byte>>(Open());
        if (_replayAfter < _replayTo) return ReplayAsync(cancellationToken);
        return TryTake(out ReadOnlySequence<byte> bytes)
            ? new ValueTask<ReadOnlySequence<byte>>(bytes)
            : WaitAsync(cancellationToken);
    }

    /// <summary>Leaves the hub; a waiting read ends with nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        if (State == StreamState.Open) State = StreamState.Ended;
        _hub.Left(this, _clientId);
        Wake();
    }

    /// <inheritdoc/>
    void IValueTaskSource.GetResult(short token) => _wake.GetResult(token);

    /// <inheritdoc/>
    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wake.GetStatus(token);

    /// <inheritdoc/>
    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wake.OnCompleted(continuation, state, token, flags);

    /// <summary>Ends a wait, if there is one.</summary>
    internal void Wake()
    {
        if (Interlocked.Exchange(ref _isWaiting, 0) == 1) _wake.SetResult(true);
    }

    private ReadOnlySequence<byte> Open()
    {
        StreamStart start = _start!;
        _start = null;
        var output = new ArrayBufferWriter<byte>(256);
        double spread = (_hub.Options.LongestRetry - _hub.Options.ShortestRetry).TotalMilliseconds;
        EventFrames.WriteRetry(
            output, _hub.Options.ShortestRetry + TimeSpan.FromMilliseconds(spread * Random.Shared.NextDouble()));
        var resumeAt = new EventId(start.Epoch, start.After);
        EventFrames.WriteConnection(output, resumeAt, start.ClientId, _hub.Now);
        if (start.Loss is { } loss) EventFrames.WriteHistoryLost(output, resumeAt, loss, _hub.Now);
        return new ReadOnlySequence<byte>(output.WrittenMemory);
    }

    private async ValueTask<ReadOnlySequence<byte>> ReplayAsync(CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        while (_replayAfter < _replayTo && output.WrittenCount == 0)
        {
            HistoryLoss? loss = await ReplayPageAsync(output, cancellationToken);
            if (loss is null) continue;
            _replayAfter = _replayTo;
            EventFrames.WriteHistoryLost(output, new EventId(_epoch, _replayTo), loss.Value, _hub.Now);
        }

        return output.WrittenCount > 0
            ? new ReadOnlySequence<byte>(output.WrittenMemory)
            : await ReadAsync(cancellationToken);
    }

    private async ValueTask<HistoryLoss?> ReplayPageAsync(
        ArrayBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChartEvent> page;
        try
        {
            page = await _hub.Store.EventsAfterAsync(_replayAfter, ReplayPage, cancellationToken);
        }
        catch (ChartException)
        {
            return HistoryLoss.Unreadable;
        }

        // Sequences have no holes: a missing one was removed by retention, before or during the replay.
        if (page.Count == 0 || page[0].Sequence != _replayAfter + 1) return HistoryLoss.TooOld;
        foreach (ChartEvent chartEvent in page)
        {
            if (chartEvent.Sequence > _replayTo) break;
            _replayAfter = chartEvent.Sequence;
            if (_filter.Accepts(chartEvent.Draft)) ChartEventCodec.WriteFrame(output, _epoch, chartEvent);
        }

        return null;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadOnlySequence<byte>> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _wake.Reset();
            Volatile.Write(ref _isWaiting, 1);
            if (Volatile.Read(ref _isDisposed) == 0 && _hub.TrySleep(this))
            {
                using (cancellationToken.UnsafeRegister(static self => ((EventSubscription)self!).Wake(), this))
                    await new ValueTask(this, _wake.Version);
            }
            else
            {
                Volatile.Write(ref _isWaiting, 0);
            }

            if (TryTake(out ReadOnlySequence<byte> bytes)) return bytes;
        }
    }

    /// <summary>Takes what is there without waiting; true also at the end, with nothing.</summary>
    private bool TryTake(out ReadOnlySequence<byte> bytes)
    {
        bytes = default;
        if (State != StreamState.Open) return true;
        if (TryTakeEvents(out bytes) || State != StreamState.Open) return true;
        if (_hub.IsClosed) return TryTakeEnd(out bytes);
        int beats = _hub.Beats;
        if (_beatsSeen == beats) return false;
        _beatsSeen = beats;
        bytes = new ReadOnlySequence<byte>(EventFrames.Heartbeat);
        return true;
    }

    private bool TryTakeEvents(out ReadOnlySequence<byte> bytes)
    {
        bytes = default;
        while (true)
        {
            (EventSegment segment, int index) = _cursor;
            EventSegment? next = segment.Next;
            bool isCut = segment.IsCut;
            // Counted after looking for a next segment: nothing is appended once there is one.
            int count = segment.Count;
            if (index < count)
            {
                _cursor = new EventCursor(segment, count);
                bytes = _wantsAll
                    ? new ReadOnlySequence<byte>(segment.Slice(index, count))
                    : FilteredRuns.Collect(segment, index, count, _filter);
                if (!bytes.IsEmpty) return true;
            }
            else if (next is not null)
            {
                _cursor = new EventCursor(next, 0);
            }
            else
            {
                if (isCut) State = StreamState.FellBehind;
                return false;
            }
        }
    }

    private bool TryTakeEnd(out ReadOnlySequence<byte> bytes)
    {
        bytes = default;
        if (_saidGoodbye)
        {
            State = StreamState.Ended;
            return true;
        }

        _saidGoodbye = true;
        var output = new ArrayBufferWriter<byte>(256);
        EventFrames.WriteShutdown(output, _hub.Now);
        bytes = new ReadOnlySequence<byte>(output.WrittenMemory);
        return true;
    }
}
