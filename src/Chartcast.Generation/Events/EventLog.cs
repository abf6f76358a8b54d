using System.Buffers;

namespace Chartcast.Generation.Events;

/// <summary>
/// The newest events as framed bytes, once for all listeners: a chain of segments that one writer appends to and any
/// number of readers follow, each with a cursor of its own.
/// </summary>
/// <remarks>
/// Bounded by cutting the oldest segments off the chain. A cut segment no longer leads on, so a reader that stopped
/// there
/// keeps at most that segment alive, notices the cut when it comes back, and is told that it fell behind.
/// Appending is not safe for concurrent use; reading is, also beside the one appender.
/// </remarks>
internal sealed class EventLog
{
    private readonly int _maximumBytes;
    private readonly ArrayBufferWriter<byte> _frame = new(1024);
    private EventSegment _oldest;
    private EventSegment _newest;
    private long _bytes;

    public EventLog(int maximumBytes)
    {
        _maximumBytes = maximumBytes;
        _oldest = _newest = new EventSegment(EventSegment.UsualBytes);
        _bytes = _newest.Capacity;
    }

    /// <summary>Where the next event will be.</summary>
    public EventCursor End => new(_newest, _newest.Count);

    /// <summary>Appends an event; visible to readers when this returns.</summary>
    public void Append(string epoch, ChartEvent chartEvent)
    {
        _frame.ResetWrittenCount();
        ChartEventCodec.WriteFrame(_frame, epoch, chartEvent);
        ReadOnlySpan<byte> frame = _frame.WrittenSpan;
        if (!_newest.Fits(frame.Length)) Grow(frame.Length);
        _newest.Append(frame, chartEvent);
    }

    /// <summary>Finds the cursor right after a sequence.</summary>
    /// <returns>False when the event after it is not held here.</returns>
    public bool TryFindAfter(long sequence, out EventCursor cursor)
    {
        for (EventSegment? segment = _oldest; segment is not null; segment = segment.Next)
        {
            int count = segment.Count;
            if (count == 0 || segment.Mark(count - 1).Sequence <= sequence) continue;
            int index = 0;
            while (segment.Mark(index).Sequence <= sequence) index++;
            cursor = new EventCursor(segment, index);
            return segment.Mark(index).Sequence == sequence + 1;
        }

        cursor = default;
        return false;
    }

    private void Grow(int frameBytes)
    {
        var segment = new EventSegment(Math.Max(frameBytes, EventSegment.UsualBytes));
        _newest.LinkTo(segment);
        _newest = segment;
        _bytes += segment.Capacity;
        // The new segment is empty: what stays beside it must be at least what listeners may be behind.
        while (_bytes - _oldest.Capacity - segment.Capacity >= _maximumBytes)
        {
            EventSegment cut = _oldest;
            _oldest = cut.Next!;
            _bytes -= cut.Capacity;
            cut.Cut();
        }
    }
}

/// <summary>A place in the log: the next event to read.</summary>
/// <param name="Segment">The segment it is in.</param>
/// <param name="Index">Its index there; the segment's count when it has not come yet.</param>
internal readonly record struct EventCursor(EventSegment Segment, int Index);

/// <summary>What filters need to know of a frame, and where it ends.</summary>
internal readonly record struct EventMark(
    int End, long Sequence, string? Owner, string? ClientId, string RequestId, string Symbol);

/// <summary>A stretch of the log.</summary>
internal sealed class EventSegment(int capacity)
{
    /// <summary>Below the large-object threshold, so that cut segments are collected cheaply.</summary>
    public const int UsualBytes = 64 * 1024;

    private const int MaximumEvents = 512;

    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(capacity);
    private readonly EventMark[] _marks = new EventMark[MaximumEvents];
    private int _count;
    private bool _isCut;
    private EventSegment? _next;

    public int Capacity => _bytes.Length;

    /// <summary>How many events may be read.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The following segment; null at the end, and after a cut.</summary>
    public EventSegment? Next => Volatile.Read(ref _next);

    /// <summary>Whether the log has let go of this segment. Read it after <see cref="Next"/>: a cut sets it
    /// first.</summary>
    public bool IsCut => Volatile.Read(ref _isCut);

    /// <summary>The mark of an event below <see cref="Count"/>.</summary>
    public ref readonly EventMark Mark(int index) => ref _marks[index];

    /// <summary>The bytes of a run of events.</summary>
    public ReadOnlyMemory<byte> Slice(int first, int afterLast)
    {
        int start = first == 0 ? 0 : _marks[first - 1].End;
        return new ReadOnlyMemory<byte>(_bytes, start, _marks[afterLast - 1].End - start);
    }

    public bool Fits(int bytes) =>
        _count < MaximumEvents && (_count == 0 ? 0 : _marks[_count - 1].End) + bytes <= _bytes.Length;

    public void Append(ReadOnlySpan<byte> frame, ChartEvent chartEvent)
    {
        int start = _count == 0 ? 0 : _marks[_count - 1].End;
        frame.CopyTo(_bytes.AsSpan(start));
        ChartEventDraft draft = chartEvent.Draft;
        _marks[_count] = new EventMark(
            start + frame.Length, chartEvent.Sequence, draft.Owner, draft.ClientId, draft.RequestId, draft.Symbol);
        Volatile.Write(ref _count, _count + 1);
    }

    public void LinkTo(EventSegment next) => Volatile.Write(ref _next, next);

    public void Cut()
    {
        Volatile.Write(ref _isCut, true);
        Volatile.Write(ref _next, null);
    }
}
