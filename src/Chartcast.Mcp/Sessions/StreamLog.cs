using System.Globalization;
using System.Text;

namespace Chartcast.Mcp.Sessions;

/// <summary>
/// The events of one stream, framed and numbered 1, 2, 3 …, kept within bounds so that a reader who lost its connection
/// can go on where it was. At most one reader at a time: a newer one takes over. Thread-safe.
/// </summary>
internal sealed class StreamLog
{
    private readonly Lock _lock = new();
    private readonly Queue<StreamEvent> _events = new();
    private readonly StreamLogOptions _options;
    private readonly Action<StreamLog>? _onGrown;
    private StreamCursor? _reader;
    private long _newest;
    private long _dropped;
    private bool _isFinished;

    /// <param name="number">The stream's number within its session.</param>
    /// <param name="options">Whether events have ids and are kept.</param>
    /// <param name="onGrown">Called after each event, outside any lock, to keep a session within its bounds.</param>
    public StreamLog(int number, StreamLogOptions options, Action<StreamLog>? onGrown = null)
    {
        Number = number;
        _options = options;
        _onGrown = onGrown;
    }

    public int Number { get; }

    /// <summary>Whether its connections open with an event that says where in the stream they are.</summary>
    public bool HasMarks => _options.HasMarks;

    /// <summary>How long it stays on one connection; null for as long as it lasts.</summary>
    public TimeSpan? LongestConnection => _options.LongestConnection;

    /// <summary>Bytes kept now.</summary>
    public int Bytes { get; private set; }

    /// <summary>When it finished, as the clock's timestamp; null while it is open.</summary>
    public long? FinishedAt { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="data">One line of JSON or text.</param>
    /// <param name="name">The event's name.</param>
    public void Append(ReadOnlySpan<byte> data, string name = "message")
    {
        lock (_lock)
        {
            if (_isFinished)
                return;
            var frame = Frame(++_newest, data, name);
            _events.Enqueue(new StreamEvent(_newest, frame));
            Bytes += frame.Length;
            while (_events.Count > _options.MostEvents)
                DropOldest_NeedsLock();
            _reader?.Wake();
        }

        _onGrown?.Invoke(this);
    }

    /// <summary>Ends the stream: readers get what is left and then the end.</summary>
    public void Finish(long now)
    {
        lock (_lock)
        {
            _isFinished = true;
            FinishedAt ??= now;
            _reader?.Wake();
        }
    }

    /// <summary>Forgets the oldest events until at most so many bytes are kept; the newest event stays.</summary>
    public void Shrink(int bytes)
    {
        lock (_lock)
        {
            while (Bytes > bytes && _events.Count > 1)
                DropOldest_NeedsLock();
        }
    }

    /// <summary>Starts reading; an earlier reader is told that the stream ended.</summary>
    /// <param name="after">The last event the reader has; null for everything not yet read by anyone.</param>
    /// <returns>The reader's place, or null when events after it are no longer kept or never were.</returns>
    public StreamCursor? Open(long? after)
    {
        lock (_lock)
        {
            var start = after ?? Math.Max(_reader?.Position ?? 0, _dropped);
            if (start < _dropped || start > _newest)
                return null;
            _reader?.Wake();
            return _reader = new StreamCursor(start);
        }
    }

    /// <summary>Takes the events a reader has not seen.</summary>
    public StreamStep Read(StreamCursor cursor, List<ReadOnlyMemory<byte>> frames)
    {
        lock (_lock)
        {
            if (_reader != cursor || cursor.Position < _dropped)
                return StreamStep.Over;
            foreach (var entry in _events)
            {
                if (entry.Sequence <= cursor.Position)
                    continue;
                frames.Add(entry.Frame);
                cursor.Position = entry.Sequence;
            }

            if (!_options.KeepsRead)
            {
                _events.Clear();
                Bytes = 0;
            }

            if (frames.Count > 0)
                return StreamStep.Events;
            if (_isFinished)
                return StreamStep.Over;
            if (cursor.Retry is not null)
                return StreamStep.Leave;
            cursor.Sleep();
            return StreamStep.Wait;
        }
    }

    /// <summary>Asks the reader to leave its connection after what is there, and to come back.</summary>
    /// <param name="retry">When to come back.</param>
    /// <returns>
    /// Completes when it has left; at once without a reader, or when nothing would be kept for it.
    /// </returns>
    public Task DismissAsync(TimeSpan retry)
    {
        lock (_lock)
        {
            if (_reader is null || LongestConnection is null)
                return Task.CompletedTask;
            _reader.Retry ??= retry;
            _reader.Wake();
            return _reader.Left;
        }
    }

    /// <summary>Makes a reader leave its connection after what is there.</summary>
    public void Dismiss(StreamCursor reader, TimeSpan retry)
    {
        lock (_lock)
            reader.Retry ??= retry;
    }

    /// <summary>
    /// An event without data that tells where a reader is, and when it should come back. The log does not keep it.
    /// </summary>
    public byte[] Mark(StreamCursor cursor)
    {
        lock (_lock)
        {
            var retry = cursor.Retry is { } time
                ? string.Create(CultureInfo.InvariantCulture, $"retry: {(long)time.TotalMilliseconds}\n")
                : string.Empty;
            return Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"id: {Number}-{cursor.Position}\n{retry}data: \n\n"));
        }
    }

    private void DropOldest_NeedsLock()
    {
        var oldest = _events.Dequeue();
        Bytes -= oldest.Frame.Length;
        _dropped = oldest.Sequence;
    }

    private byte[] Frame(long sequence, ReadOnlySpan<byte> data, string name)
    {
        // WHATWG HTML, "Server-sent events": fields end with a line feed, an empty line ends the event.
        var head = _options.HasIds
            ? string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {Number}-{sequence}\ndata: ")
            : $"event: {name}\ndata: ";
        var frame = new byte[head.Length + data.Length + 2];
        Encoding.ASCII.GetBytes(head, frame);
        data.CopyTo(frame.AsSpan(head.Length));
        frame.AsSpan(head.Length + data.Length).Fill((byte)'\n');
        return frame;
    }

    private readonly record struct StreamEvent(long Sequence, byte[] Frame);
}

/// <summary>How a stream is logged.</summary>
/// <param name="HasIds">Whether events carry ids.</param>
/// <param name="KeepsRead">Whether events are kept after they were read.</param>
/// <param name="MostEvents">Events kept at most.</param>
internal readonly record struct StreamLogOptions(bool HasIds, bool KeepsRead, int MostEvents)
{
    /// <summary>Whether its connections open with an event that says where in the stream they are.</summary>
    public bool HasMarks { get; init; }

    /// <summary>How long it stays on one connection before the reader is sent away; null for ever.</summary>
    public TimeSpan? LongestConnection { get; init; }
}

/// <summary>What reading a stream came to.</summary>
internal enum StreamStep
{
    /// <summary>There are new events.</summary>
    Events,

    /// <summary>None yet; wait for the cursor.</summary>
    Wait,

    /// <summary>None, and the reader should leave its connection and come back.</summary>
    Leave,

    /// <summary>The stream ended, another reader took over, or this one fell behind what is kept.</summary>
    Over,
}

/// <summary>One reader's place in a stream.</summary>
internal sealed class StreamCursor(long position)
{
    private readonly TaskCompletionSource _left = NewSignal();
    private TaskCompletionSource _woken = NewSignal();

    public long Position { get; set; } = position;

    /// <summary>When to come back, once the reader has to leave its connection; guarded by the log's lock.</summary>
    public TimeSpan? Retry { get; set; }

    /// <summary>Completes when the reader's connection is closed.</summary>
    public Task Left => _left.Task;

    /// <summary>Completes when reading again is worth it.</summary>
    public Task Woken => _woken.Task;

    public void Wake() => _woken.TrySetResult();

    /// <summary>The reader's connection is closed.</summary>
    public void Leave() => _left.TrySetResult();

    /// <summary>Arms the signal again; only under the log's lock, so that no event slips between.</summary>
    public void Sleep()
    {
        if (_woken.Task.IsCompleted)
            _woken = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
