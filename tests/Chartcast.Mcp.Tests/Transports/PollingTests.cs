using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>A connection that is left before the answer (2025-11-25, SEP-1699).</summary>
public sealed class PollingTests : IAsyncLifetime
{
    private const string Polling = "2025-11-25";

    private readonly FakeTimeProvider _time = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(time: _time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task Tool_LeavesItsConnection_AndTheAnswerWaitsForGet()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Polling);
        using var post = await client.StreamAsync(LeaveTool.Call());
        var events = await post.RestAsync();
        await _host.Tools.Leave.Left();
        using var get = await client.GetAsync(events[^1].Id);
        var answer = get.NextAsync();
        Assert.False(answer.IsCompleted);
        _host.Tools.Leave.LetGo();

        Assert.All(events, mark => Assert.True(mark.IsMark));
        Assert.Equal(2, events.Count);
        Assert.Equal("500", events[^1].Retry);
        Assert.Equal("left", TextOf(await answer));
        Assert.Null(await get.NextAsync());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Tool_LeavesTheConnectionThatCameBackToo()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Polling);
        string? place;
        using (var post = await client.StreamAsync(LeaveTool.Call(times: 2)))
            place = (await post.RestAsync())[^1].Id;
        using var first = await client.GetAsync(place);
        _host.Tools.Leave.LetGo();
        var mark = Assert.Single(await first.RestAsync());
        using var second = await client.GetAsync(mark.Id);
        _host.Tools.Leave.LetGo();

        Assert.Equal("500", mark.Retry);
        Assert.Equal("left", TextOf(Assert.Single(await second.RestAsync())));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Leaving_WaitsForNobody_WhenTheClientHasGone()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Polling);
        string? place;
        using (var post = await client.StreamAsync(LeaveTool.Call(times: 3)))
            place = (await post.NextAsync())!.Id;
        for (var time = 0; time < 3; time++)
        {
            await _host.Tools.Leave.Left();
            _host.Tools.Leave.LetGo();
        }

        using var get = await client.GetAsync(place);
        Assert.Equal("left", TextOf((await get.RestAsync())[^1]));
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    public async Task OlderSession_StaysConnected(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        using var answer = await client.PostAsync(LeaveTool.Call());

        Assert.Contains("stayed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ModernCall_StaysConnected()
    {
        using var answer = await _host.Http.SendAsync(
            Raw.ModernPost("tools/call", ",\"name\":\"leave\"", name: "leave"), Cancel);

        Assert.Contains("stayed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task LongConnection_IsLeftByTheServer()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Polling);
        using var post = await client.StreamAsync(GateTool.Call("1", "a", meta: "\"progressToken\":1"));
        Assert.True((await post.NextAsync())!.IsMark);
        Assert.Equal("notifications/progress", (await post.NextAsync())!.Json.GetProperty("method").GetString());
        var leaving = post.RestAsync();
        await AdvanceUntilAsync(leaving);
        var mark = Assert.Single(await leaving);
        using var get = await client.GetAsync(mark.Id);
        _host.Tools.Gate.LetGo("a");

        Assert.Equal("1000", mark.Retry);
        Assert.Equal("let go", TextOf(Assert.Single(await get.RestAsync())));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task QuietCall_BecomesAStreamThatCanBeLeft()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, Polling);
        var opening = client.StreamAsync(GateTool.Call("1", "a"));
        await _host.Tools.Gate.Started("a");
        await AdvanceUntilAsync(opening);
        using var post = await opening;
        var leaving = post.RestAsync();
        await AdvanceUntilAsync(leaving);

        Assert.Equal([null, "1000"], (await leaving).Select(mark => mark.Retry));
        _host.Tools.Gate.LetGo("a");
    }

    [Fact(Timeout = Until.Limit)]
    public async Task OlderSession_IsNotLeftByTheServer()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        using var post = await client.StreamAsync(GateTool.Call("1", "a", meta: "\"progressToken\":1"));
        await post.NextAsync();
        var answer = post.NextAsync();
        for (var minute = 0; minute < 10; minute++)
            _time.Advance(TimeSpan.FromMinutes(1));
        _host.Tools.Gate.LetGo("a");

        Assert.Equal("let go", TextOf(await answer));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task OfficialClient_ComesBackForTheAnswer()
    {
        var options = new HttpClientTransportOptions { Endpoint = new Uri("http://localhost:3001/mcp") };
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(options, _host.Http),
            new McpClientOptions { ProtocolVersion = Polling },
            cancellationToken: Cancel);
        var call = client.CallToolAsync(
            "leave", new Dictionary<string, object?> { ["retryMs"] = 1 }, cancellationToken: Cancel).AsTask();
        await _host.Tools.Leave.Left();
        _host.Tools.Leave.LetGo();

        Assert.Equal("left", Assert.IsType<TextContentBlock>(Assert.Single((await call).Content)).Text);
    }

    private Task AdvanceUntilAsync(Task task) =>
        Until.TrueAsync(() => task.IsCompleted, () => _time.Advance(new McpLimits().KeepAliveInterval));

    private static string? TextOf(RawEvent? answer) =>
        answer!.Json.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString();
}
