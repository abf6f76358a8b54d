using System.Buffers;

namespace Chartcast.Generation.Events;

/// <summary>Collects the frames a filter wants without copying them: neighbours become one piece.</summary>
internal sealed class FilteredRuns : ReadOnlySequenceSegment<byte>
{
    private FilteredRuns(ReadOnlyMemory<byte> run, long runningIndex)
    {
        Memory = run;
        RunningIndex = runningIndex;
    }

    public static ReadOnlySequence<byte> Collect(EventSegment segment, int first, int afterLast, EventFilter filter)
    {
        FilteredRuns? head = null;
        FilteredRuns? tail = null;
        for (int i = first; i < afterLast; i++)
        {
            if (!Accepts(filter, segment, i)) continue;
            int start = i;
            while (i + 1 < afterLast && Accepts(filter, segment, i + 1)) i++;
            var run = new FilteredRuns(
                segment.Slice(start, i + 1), tail is null ? 0 : tail.RunningIndex + tail.Memory.Length);
            if (tail is null) head = run;
            else tail.Next = run;
            tail = run;
        }

        return head is null
            ? ReadOnlySequence<byte>.Empty
            : new ReadOnlySequence<byte>(head, 0, tail!, tail!.Memory.Length);
    }

    private static bool Accepts(EventFilter filter, EventSegment segment, int index)
    {
        ref readonly EventMark mark = ref segment.Mark(index);
        return filter.Accepts(mark.Owner, mark.ClientId, mark.RequestId, mark.Symbol);
    }
}
