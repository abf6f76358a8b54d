using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Sessions;

public sealed class SessionStreamsTests
{
    private const int EventBytes = 1000;

    private readonly FakeTimeProvider _time = new();
    private readonly SessionStreams _streams;

    public SessionStreamsTests() => _streams = new SessionStreams(
        new McpLimits { MaxBytesPerSession = 20 * EventBytes, MaxStreamsPerSession = 8 }, hasPolling: false, _time);

    [Fact]
    public void Bytes_StayWithinTheSessionsBound()
    {
        var logs = Enumerable.Range(0, 8).Select(_ => _streams.TryOpen()!).ToList();
        for (var round = 0; round < 100; round++)
        {
            Append(logs[round % 8]);
            Append(_streams.Standalone);
            Assert.True(_streams.Standalone.Bytes + logs.Sum(log => log.Bytes) <= 20 * EventBytes);
        }
    }

    [Fact]
    public void FinishedStreams_MakeRoomFirst()
    {
        var finished = _streams.TryOpen()!;
        Append(finished);
        finished.Finish(_time.GetTimestamp());
        var open = _streams.TryOpen()!;
        Append(open);
        for (var count = 0; count < 18; count++)
            Append(open);

        Assert.Null(_streams.Find(finished.Number));
        Assert.NotNull(open.Open(after: 0));
    }

    [Fact]
    public void Streams_AreLimited_UntilOneIsFinished()
    {
        var logs = Enumerable.Range(0, 8).Select(_ => _streams.TryOpen()!).ToList();
        Assert.Null(_streams.TryOpen());
        logs[3].Finish(_time.GetTimestamp());
        var next = _streams.TryOpen();

        Assert.NotNull(next);
        Assert.Null(_streams.Find(logs[3].Number));
        Assert.DoesNotContain(next.Number, logs.Select(log => log.Number));
    }

    private static void Append(StreamLog log) => log.Append(new byte[EventBytes]);
}
