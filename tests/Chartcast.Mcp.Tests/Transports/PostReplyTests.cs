using Chartcast.Mcp.Sessions;
using Chartcast.Mcp.Transports;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Transports;

public sealed class PostReplyTests : IAsyncDisposable
{
    private static readonly RequestId Id = new(1);

    private readonly StreamLog _log = new(1, new StreamLogOptions(HasIds: true, KeepsRead: true, MostEvents: 9)
    {
        LongestConnection = TimeSpan.FromMinutes(5),
    });

    private readonly PostReply _reply;

    public PostReplyTests() => _reply = new PostReply([Id], () => _log, TimeProvider.System);

    public ValueTask DisposeAsync() => _reply.DisposeAsync();

    [Fact]
    public async Task OnlyAnswer_IsNoStream()
    {
        await _reply.SendMessageAsync(new JsonRpcResponse { Id = Id, Result = null }, default);

        Assert.IsType<JsonRpcResponse>(await _reply.Decision);
        Assert.Null(_reply.Stream);
        Assert.True(_reply.LeaveConnectionAsync(TimeSpan.Zero).IsCompleted);
    }

    [Fact]
    public async Task Leaving_WaitsForTheConnection_EvenBeforeAnybodyReads()
    {
        var leaving = _reply.LeaveConnectionAsync(TimeSpan.Zero);

        Assert.Null(await _reply.Decision);
        Assert.NotNull(_reply.Stream);
        Assert.False(leaving.IsCompleted);
        _reply.Disconnect();
        await leaving.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Leaving_WaitsForNobody_WhenTheConnectionClosedBeforeTheStreamOpened()
    {
        _reply.Disconnect();

        Assert.True(_reply.LeaveConnectionAsync(TimeSpan.Zero).IsCompleted);
        Assert.Null(_reply.Stream);
        await _reply.SendMessageAsync(new JsonRpcResponse { Id = Id, Result = null }, default);
        Assert.Equal(StreamStep.Events, _log.Read(_log.Open(after: 0)!, []));
    }

    [Fact]
    public async Task End_AnswersWhatIsMissing_AndOnlyThat()
    {
        var reply = new PostReply([Id, new RequestId(2)], () => _log, TimeProvider.System);
        await reply.SendMessageAsync(new JsonRpcResponse { Id = Id, Result = null }, default);
        reply.End("no more");
        reply.End("again");
        var frames = new List<ReadOnlyMemory<byte>>();
        _log.Read(reply.Stream!.Value.Reader, frames);

        Assert.Equal(2, frames.Count);
        Assert.Contains("no more", System.Text.Encoding.UTF8.GetString(frames[1].Span), StringComparison.Ordinal);
        Assert.NotNull(_log.FinishedAt);
    }

    [Fact]
    public async Task NegativeRetry_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => _reply.LeaveConnectionAsync(TimeSpan.FromMilliseconds(-1)));
}
