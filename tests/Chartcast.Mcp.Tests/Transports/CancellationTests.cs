using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Every way to cancel over Streamable HTTP, and that the work stops.</summary>
public sealed class CancellationTests : IAsyncLifetime
{
    private const string Progress = "\"progressToken\":1";

    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GateTool Gate => _host.Tools.Gate;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task Modern_ClosedBeforeAnyEvent_Stops()
    {
        using var leave = new CancellationTokenSource();
        var call = _host.Http.SendAsync(
            Raw.ModernPost("tools/call", ",\"name\":\"gate\",\"arguments\":{\"key\":\"a\"}", name: "gate"), leave.Token);
        await Gate.Started("a");
        await leave.CancelAsync();

        Assert.True(await Gate.Ended("a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Modern_NotificationNaming_AnotherClientsCall_DoesNothing()
    {
        var call = _host.Http.SendAsync(
            Raw.ModernPost("tools/call", ",\"name\":\"gate\",\"arguments\":{\"key\":\"a\"}", name: "gate"), Cancel);
        await Gate.Started("a");
        using var notified = await _host.Http.SendAsync(
            Raw.Post(LegacyClient.Cancelled("1"), ("MCP-Protocol-Version", Raw.Modern)), Cancel);
        Gate.LetGo("a");
        using var answer = await call;

        Assert.Equal(202, (int)notified.StatusCode);
        Assert.False(await Gate.Ended("a"));
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task Legacy_DroppedConnection_IsNoCancellation(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        string? place;
        using (var post = await client.StreamAsync(GateTool.Call("1", "a", meta: Progress)))
            place = (await post.NextMessageAsync())!.Id;
        Gate.LetGo("a");

        Assert.False(await Gate.Ended("a"));
        using var get = await client.GetAsync(place);
        Assert.True(Assert.Single(await get.RestAsync()).Json.TryGetProperty("result", out _));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Legacy_CancelledByAnotherSession_DoesNothing()
    {
        var one = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var other = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var call = one.PostAsync(GateTool.Call("1", "a"));
        await Gate.Started("a");
        Assert.Equal(202, await other.PostStatusAsync(LegacyClient.Cancelled("1")));
        Gate.LetGo("a");

        using var answer = await call;
        Assert.False(await Gate.Ended("a"));
        Assert.Contains("let go", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Legacy_AnswerToNothing_WithTheCallsId_DoesNotKeepItFromBeingCancelled()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var call = client.PostAsync(GateTool.Call("1", "a"));
        await Gate.Started("a");
        Assert.Equal(202, await client.PostStatusAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"));
        Assert.Equal(200, await client.PostStatusAsync(LegacyClient.Ping("2")));
        Assert.Equal(202, await client.PostStatusAsync(LegacyClient.Cancelled("1")));

        Assert.True(await Gate.Ended("a"));
        using var answer = await call;
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Legacy_CancelledId_IsTakenAgain_OnceTheWorkHasStopped()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var first = client.PostAsync(GateTool.Call("1", "stubborn", isStubborn: true));
        await Gate.Started("stubborn");
        Assert.Equal(202, await client.PostStatusAsync(LegacyClient.Cancelled("1")));
        using (var ended = await first)
            Assert.Empty(await ended.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(400, await client.PostStatusAsync(LegacyClient.Ping("1")));
        Gate.LetGo("stubborn");
        Assert.True(await Gate.Ended("stubborn"));

        var status = 0;
        await Until.TrueAsync(
            async () => (status = await client.PostStatusAsync(LegacyClient.Ping("1"))) != 400);
        Assert.Equal(200, status);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Legacy_IdInFlight_IsRefused_AndUsedAgainAfterItsAnswer()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
        var call = client.PostAsync(GateTool.Call("1", "a"));
        await Gate.Started("a");
        using (var again = await client.PostAsync(GateTool.Call("1", "b")))
        {
            Assert.Equal(400, (int)again.StatusCode);
            Assert.Equal(1, (await Raw.JsonAsync(again)).GetProperty("id").GetInt32());
        }

        Gate.LetGo("a");
        using (var answer = await call)
            Assert.Equal(200, (int)answer.StatusCode);
        for (var time = 0; time < 50; time++)
            Assert.Equal(200, await client.PostStatusAsync(LegacyClient.Ping("1")));
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("{}")]
    [InlineData("{\"requestId\":null}")]
    [InlineData("{\"requestId\":[1]}")]
    [InlineData("{\"requestId\":99}")]
    [InlineData("{\"requestId\":\"1\"}")]
    public async Task Legacy_CancellingWhatIsNotThere_IsIgnored(string parameters)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var call = client.PostAsync(GateTool.Call("1", "a"));
        await Gate.Started("a");
        Assert.Equal(202, await client.PostStatusAsync(
            $"{{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{parameters}}}"));
        Gate.LetGo("a");

        using var answer = await call;
        Assert.True((await Raw.JsonAsync(answer)).TryGetProperty("result", out _));
    }
}
