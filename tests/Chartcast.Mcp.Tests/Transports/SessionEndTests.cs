using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Sessions that end while they are used, and the places they leave.</summary>
public sealed class SessionEndTests : IAsyncLifetime
{
    private const string Revision = "2025-11-25";

    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GateTool Gate => _host.Tools.Gate;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new McpLimits { MaxSessions = 2 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task Delete_StopsTheWork_AnswersItsPosts_AndEndsItsStreams()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Revision);
        using var get = await client.GetAsync();
        using var stream = await client.StreamAsync(GateTool.Call("1", "one", meta: "\"progressToken\":1"));
        var single = client.PostAsync(GateTool.Call("2", "two"));
        await Gate.Started("one");
        await Gate.Started("two");
        Assert.Equal(204, await client.DeleteAsync());

        Assert.True(await Gate.Ended("one"));
        Assert.True(await Gate.Ended("two"));
        Assert.Equal(-32603, ErrorOf((await stream.RestAsync())[^1].Json));
        using var answer = await single;
        Assert.Equal(-32603, ErrorOf(await Raw.JsonAsync(answer)));
        Assert.All(await get.RestAsync(), mark => Assert.True(mark.IsMark));
        Assert.Equal(404, await client.PostStatusAsync(LegacyClient.Ping("3")));
        Assert.Equal(404, await client.GetStatusAsync(null));
        Assert.Equal(404, await client.DeleteAsync());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Delete_DoesNotWaitForWork_ButTheSessionKeepsItsPlaceUntilItStops()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Revision);
        await LegacyClient.OpenAsync(_host.Http, Revision);
        var call = client.PostAsync(GateTool.Call("1", "stubborn", isStubborn: true));
        await Gate.Started("stubborn");
        Assert.Equal(204, await client.DeleteAsync());
        using (var answer = await call)
            Assert.Equal(-32603, ErrorOf(await Raw.JsonAsync(answer)));
        Assert.Equal(503, await InitializeStatusAsync());
        Gate.LetGo("stubborn");

        await UntilThereIsRoomAsync();
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Post_ThatMeetsTheEnd_GetsAnAnswer()
    {
        for (var round = 0; round < 200; round++)
        {
            var client = await LegacyClient.OpenAsync(_host.Http, Revision);
            var posts = Enumerable.Range(1, 4)
                .Select(id => Task.Run(() => client.PostStatusAsync(LegacyClient.Ping($"{id}")), Cancel)).ToList();
            Assert.Equal(204, await Task.Run(client.DeleteAsync, Cancel));

            Assert.All(await Task.WhenAll(posts), status => Assert.Contains(status, (int[])[200, 404]));
            Assert.Equal(404, await client.PostStatusAsync("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"));
            await UntilThereIsRoomAsync();
        }
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Places_AreFreedByFailedHandshakes()
    {
        const string Failing =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":7}}";
        const string Notification = "{\"jsonrpc\":\"2.0\",\"method\":\"initialize\",\"params\":{}}";
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal((200, -32602), await Raw.ErrorAsync(_host.Http, Raw.Post(Failing)));
            Assert.Equal((400, -32600), await Raw.ErrorAsync(_host.Http, Raw.Post(Notification)));
        }

        await LegacyClient.OpenAsync(_host.Http, Revision);
        await LegacyClient.OpenAsync(_host.Http, Revision);
        Assert.Equal(2, _host.Serving.Sessions.Count);
        Assert.Equal(503, await InitializeStatusAsync());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task IdleSessions_GiveTheirPlacesBack()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(new McpLimits { MaxSessions = 1 }, time);
        for (var round = 0; round < 3; round++)
        {
            await LegacyClient.OpenAsync(host.Http, Revision);
            time.Advance(TimeSpan.FromMinutes(31));
            Assert.Equal(0, host.Serving.Sessions.Count);
            await Until.TrueAsync(host.Serving.Sessions.TryTakePlace);
            host.Serving.Sessions.ReleasePlace();
        }
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Session_IsItsSubjectsAlone()
    {
        using var mine = _host.NewClient();
        mine.DefaultRequestHeaders.Add(TestHost.UserHeader, "ada");
        var client = await LegacyClient.OpenAsync(mine, Revision);
        using var theirs = _host.NewClient();
        theirs.DefaultRequestHeaders.Add(TestHost.UserHeader, "eve");
        foreach (var stranger in (HttpClient[])[theirs, _host.Http])
        {
            var request = Raw.Post(LegacyClient.Ping("1"), ("Mcp-Session-Id", client.Session));
            Assert.Equal((404, -32001), await Raw.ErrorAsync(stranger, request));
        }

        Assert.Equal(200, await client.PostStatusAsync(LegacyClient.Ping("1")));
    }

    private static int ErrorOf(System.Text.Json.JsonElement answer) =>
        answer.GetProperty("error").GetProperty("code").GetInt32();

    private async Task<int> InitializeStatusAsync()
    {
        using var answer = await _host.Http.SendAsync(Raw.Post(Raw.InitializeBody(Revision)), Cancel);
        return (int)answer.StatusCode;
    }

    // Its place is free when the session's work has stopped, which nobody is told.
    private async Task UntilThereIsRoomAsync()
    {
        await Until.TrueAsync(_host.Serving.Sessions.TryTakePlace);
        _host.Serving.Sessions.ReleasePlace();
    }
}
