using System.Text;
using Chartcast.Mcp.Sessions;

namespace Chartcast.Mcp.Tests.Sessions;

public sealed class StreamLogTests
{
    private static readonly StreamLogOptions Kept = new(HasIds: true, KeepsRead: true, MostEvents: 4)
    {
        HasMarks = true,
        LongestConnection = TimeSpan.FromMinutes(5),
    };

    private static readonly StreamLogOptions Passing = new(HasIds: false, KeepsRead: false, MostEvents: 4);

    [Fact]
    public void Reader_GetsEachEventOnce_InOrder()
    {
        var log = With(Kept, 2);
        var reader = log.Open(after: null)!;
        Assert.Equal(["event: message\nid: 3-1\ndata: 1\n\n", "event: message\nid: 3-2\ndata: 2\n\n"], Read(log, reader));
        log.Append("3"u8);

        Assert.Equal(["event: message\nid: 3-3\ndata: 3\n\n"], Read(log, reader));
        Assert.Equal(StreamStep.Wait, Step(log, reader));
    }

    [Fact]
    public void NewReader_TakesOver_WhereItSays()
    {
        var log = With(Kept, 3);
        var old = log.Open(after: null)!;
        Read(log, old);
        var next = log.Open(after: 1)!;

        Assert.True(old.Woken.IsCompleted);
        Assert.Equal(StreamStep.Over, Step(log, old));
        Assert.Equal(2, Read(log, next).Count);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Open_FindsOnlyWhatIsKept(long after, bool isFound) =>
        Assert.Equal(isFound, With(Kept, 6).Open(after) is not null);

    [Fact]
    public void OpenWithoutPlace_GoesOnWhereTheLastReaderWas()
    {
        var log = With(Kept, 1);
        Read(log, log.Open(after: null)!);
        log.Append("2"u8);

        Assert.Equal(["event: message\nid: 3-2\ndata: 2\n\n"], Read(log, log.Open(after: null)!));
    }

    [Fact]
    public void ReaderThatFallsBehind_IsOver()
    {
        var log = With(Kept, 1);
        var reader = log.Open(after: 0)!;
        for (var number = 2; number <= 6; number++)
            log.Append(Encoding.ASCII.GetBytes($"{number}"));

        Assert.Equal(StreamStep.Over, Step(log, reader));
    }

    [Fact]
    public void Bytes_CountWhatIsKept()
    {
        var kept = With(Kept, 1);
        var one = kept.Bytes;
        Read(kept, kept.Open(after: 0)!);
        Assert.Equal(one, kept.Bytes);
        for (var number = 2; number <= 7; number++)
            kept.Append("1"u8);
        Assert.Equal(4 * one, kept.Bytes);

        var passing = With(Passing, 1);
        Assert.NotEqual(0, passing.Bytes);
        Read(passing, passing.Open(after: 0)!);
        Assert.Equal(0, passing.Bytes);
    }

    [Fact]
    public void Shrink_KeepsTheNewestEvent()
    {
        var log = With(Kept, 4);
        log.Shrink(0);

        Assert.Null(log.Open(after: 2));
        Assert.Single(Read(log, log.Open(after: 3)!));
    }

    [Fact]
    public async Task Dismissed_LeavesAfterWhatIsThere()
    {
        var log = With(Kept, 1);
        var reader = log.Open(after: 0)!;
        var leaving = log.DismissAsync(TimeSpan.FromMilliseconds(500));

        Assert.Single(Read(log, reader));
        Assert.Equal(StreamStep.Leave, Step(log, reader));
        Assert.Equal("id: 3-1\nretry: 500\ndata: \n\n", Encoding.ASCII.GetString(log.Mark(reader)));
        Assert.False(leaving.IsCompleted);
        reader.Leave();
        await leaving.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(StreamStep.Wait, Step(log, log.Open(after: 1)!));
    }

    [Fact]
    public void Dismiss_DoesNothing_WhereNobodyWouldComeBack()
    {
        var log = With(Passing, 0);
        var reader = log.Open(after: 0)!;

        Assert.True(log.DismissAsync(TimeSpan.Zero).IsCompleted);
        Assert.Equal(StreamStep.Wait, Step(log, reader));
        Assert.True(With(Kept, 0).DismissAsync(TimeSpan.Zero).IsCompleted);
    }

    [Fact]
    public void Finished_GivesTheRest_ThenTheEnd()
    {
        var log = With(Kept, 1);
        var reader = log.Open(after: 0)!;
        log.DismissAsync(TimeSpan.Zero);
        log.Finish(now: 1);
        log.Append("2"u8);

        Assert.Single(Read(log, reader));
        Assert.Equal(StreamStep.Over, Step(log, reader));
        Assert.Equal(StreamStep.Over, Step(log, log.Open(after: 1)!));
    }

    private static StreamLog With(StreamLogOptions options, int events)
    {
        var log = new StreamLog(3, options);
        for (var number = 1; number <= events; number++)
            log.Append(Encoding.ASCII.GetBytes($"{number}"));
        return log;
    }

    private static List<string> Read(StreamLog log, StreamCursor reader)
    {
        var frames = new List<ReadOnlyMemory<byte>>();
        Assert.Equal(StreamStep.Events, log.Read(reader, frames));
        return [.. frames.Select(frame => Encoding.ASCII.GetString(frame.Span))];
    }

    private static StreamStep Step(StreamLog log, StreamCursor reader) => log.Read(reader, []);
}
