using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Sessions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Sessions;

public sealed class RunningRequestsTests : IAsyncDisposable
{
    private readonly RunningRequests _all = new(most: 2);
    private readonly Sink _sink = new();

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    [Fact]
    public async Task Id_IsFreeAgain_BeforeTheClientSeesTheAnswer()
    {
        var first = Start(1);
        _sink.OnSend = () => Assert.Null(_all.TryStart([Request(1)], _sink));
        await first.SendMessageAsync(Answer(1), TestContext.Current.CancellationToken);

        Assert.Single(_sink.Sent);
        Assert.False(_all.IsEmpty);
    }

    [Fact]
    public async Task Place_IsFree_OnlyWhenTheAnswerHasBeenHandedOn()
    {
        var first = Start(1);
        Start(2);
        _sink.OnSend = () => Assert.Equal(-32600, _all.TryStart([Request(3)], _sink)?.Code);
        await first.SendMessageAsync(Answer(1), TestContext.Current.CancellationToken);

        Assert.Null(_all.TryStart([Request(3)], _sink));
    }

    [Fact]
    public void TryStart_TakesAllOrNone()
    {
        Start(1);

        Assert.Null(_all.TryStart([Request(2), Request(1)], _sink)!.Id);
        Assert.Null(_all.TryStart([Request(3), Request(3)], _sink)!.Id);
        Assert.Equal(new RequestId(4), _all.TryStart([Request(4), Request(5)], _sink)!.Id);
        Assert.Null(_all.TryStart([Request(2)], _sink));
    }

    [Fact]
    public async Task Cancelled_SendsNothingMore_AndKeepsItsPlaceUntilTheHandlerEnds()
    {
        var request = Start(1);
        Assert.Same(request, _all.Cancel(new RequestId(1)));
        await request.SendMessageAsync(new JsonRpcNotification { Method = "notifications/progress" }, default);

        Assert.True(request.Cancelled.IsCancellationRequested);
        Assert.Null(_all.Cancel(new RequestId(1)));
        Assert.NotNull(_all.TryStart([Request(1)], _sink));
        Assert.False(_all.IsEmpty);
        request.OnHandled();
        await request.SendMessageAsync(Answer(1), default);
        Assert.Empty(_sink.Sent);
        Assert.True(_all.IsEmpty);
    }

    [Fact]
    public async Task LateError_OfACancelledRequest_LeavesTheNextOneWithItsIdAlone()
    {
        var old = Start(1);
        _all.Cancel(new RequestId(1));
        old.OnHandled();
        var next = Start(1);
        await old.SendMessageAsync(Answer(1), default);

        Assert.Empty(_sink.Sent);
        Assert.Same(next, _all.Cancel(new RequestId(1)));
    }

    [Fact]
    public async Task Error_IsStillSent_AfterTheHandlerEnded()
    {
        var request = Start(1);
        request.OnHandled();

        Assert.Null(_all.Cancel(new RequestId(1)));
        await request.SendMessageAsync(new MessageFault(-32602, "no", new RequestId(1)).ToError(), default);
        Assert.Single(_sink.Sent);
        Assert.True(_all.IsEmpty);
    }

    [Fact]
    public void Initialize_IsNeverCancelled()
    {
        _all.TryStart([new JsonRpcRequest { Id = new RequestId(1), Method = "initialize" }], _sink);

        Assert.Null(_all.Cancel(new RequestId(1)));
    }

    [Fact]
    public async Task End_TellsWhatIsDue_AndTakesNoMore()
    {
        var due = Start(1);
        Start(2);
        _all.Cancel(new RequestId(2));
        var empty = _all.WhenEmptyAsync();

        Assert.Same(due, Assert.Single(_all.End()));
        Assert.Equal(MessageFault.LegacySessionNotFound, _all.TryStart([Request(3)], _sink)!.Code);
        Assert.False(empty.IsCompleted);
        await due.SendMessageAsync(Answer(1), default);
        Assert.False(empty.IsCompleted);
    }

    [Fact]
    public async Task WhenEmpty_WaitsForAnswersAndForCancelledHandlers()
    {
        var first = Start(1);
        var second = Start(2);
        var empty = _all.WhenEmptyAsync();
        await first.SendMessageAsync(Answer(1), default);
        Assert.False(empty.IsCompleted);
        _all.Cancel(new RequestId(2));
        second.OnHandled();

        await empty.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(_all.WhenEmptyAsync().IsCompleted);
    }

    private RunningRequest Start(long id)
    {
        var request = Request(id);
        Assert.Null(_all.TryStart([request], _sink));
        return Assert.IsType<RunningRequest>(request.Context!.RelatedTransport);
    }

    private static JsonRpcRequest Request(long id) => new() { Id = new RequestId(id), Method = "tools/call" };

    private static JsonRpcResponse Answer(long id) => new() { Id = new RequestId(id), Result = null };

    private sealed class Sink : ITransport
    {
        public List<JsonRpcMessage> Sent { get; } = [];

        public Action? OnSend { get; set; }

        public string? SessionId => null;

        public ChannelReader<JsonRpcMessage> MessageReader => throw new NotSupportedException();

        public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
        {
            OnSend?.Invoke();
            Sent.Add(message);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
