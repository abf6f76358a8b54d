using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Arrays of messages, which 2025-03-26 alone has.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private const string Initialized = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private const string Answer = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}";

    private TestHost _host = null!;
    private LegacyClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(new McpLimits { MaxCallsInFlight = 4 });
        _client = await LegacyClient.OpenAsync(_host.Http, "2025-03-26");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task Requests_AreAnsweredOnce_AmongNotificationsAndAnswers()
    {
        using var post = await _client.StreamAsync(
            $"[{LegacyClient.Ping("1")},{Initialized},{Answer},{LegacyClient.Ping("\"two\"")}]");
        var ids = (await post.RestAsync()).Select(answer => answer.Json.GetProperty("id").GetRawText());

        Assert.Equal(["\"two\"", "1"], ids.Order(StringComparer.Ordinal));
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData($"[{Initialized}]")]
    [InlineData($"[{Answer}]")]
    [InlineData($"[{Answer},{Answer},{Initialized}]")]
    public async Task NotificationsAndAnswers_AreAcceptedWithoutBody(string batch)
    {
        using var answer = await _client.PostAsync(batch);

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task OneCancelled_LeavesTheOthers_AndTheStreamEndsWithTheLast()
    {
        using var post = await _client.StreamAsync($"[{GateTool.Call("1", "one")},{GateTool.Call("2", "two")}]");
        await _host.Tools.Gate.Started("one");
        await _host.Tools.Gate.Started("two");
        Assert.Equal(202, await _client.PostStatusAsync(LegacyClient.Cancelled("1")));
        Assert.True(await _host.Tools.Gate.Ended("one"));
        _host.Tools.Gate.LetGo("two");

        Assert.Equal(2, Assert.Single(await post.RestAsync()).Json.GetProperty("id").GetInt32());
        Assert.False(await _host.Tools.Gate.Ended("two"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task AllCancelled_EndsTheStreamWithoutAnswer()
    {
        using var post = await _client.StreamAsync($"[{GateTool.Call("1", "one")},{GateTool.Call("2", "two")}]");
        await _host.Tools.Gate.Started("one");
        await _host.Tools.Gate.Started("two");
        Assert.Equal(
            202, await _client.PostStatusAsync($"[{LegacyClient.Cancelled("2")},{LegacyClient.Cancelled("1")}]"));

        Assert.Empty(await post.RestAsync());
        Assert.True(await _host.Tools.Gate.Ended("one"));
        Assert.True(await _host.Tools.Gate.Ended("two"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task CancelledInTheSameBatch_NeverAnswers()
    {
        using var post = await _client.StreamAsync(
            $"[{GateTool.Call("1", "one")},{LegacyClient.Cancelled("1")},{LegacyClient.Ping("2")}]");

        Assert.Equal(2, Assert.Single(await post.RestAsync()).Json.GetProperty("id").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task MisshapenMember_GetsItsOwnError()
    {
        using var post = await _client.StreamAsync(
            $"[{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}},{LegacyClient.Ping("2")}]");
        var answers = (await post.RestAsync()).ToDictionary(answer => answer.Json.GetProperty("id").GetInt32());

        Assert.Equal(-32602, answers[1].Json.GetProperty("error").GetProperty("code").GetInt32());
        Assert.True(answers[2].Json.TryGetProperty("result", out _));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Batch_IsTakenWholeOrNotAtAll()
    {
        var twice = $"[{GateTool.Call("1", "one")},{LegacyClient.Ping("1")}]";
        var tooMany = $"[{string.Join(',', Enumerable.Range(1, 5).Select(id => LegacyClient.Ping($"{id}")))}]";
        var self = $"[{LegacyClient.Ping("1")},{Raw.ModernBody("tools/list", id: "2")}]";
        var initialize = $"[{LegacyClient.Ping("1")},{Raw.InitializeBody("2025-03-26")}]";
        foreach (var batch in (string[])[twice, tooMany, self, initialize, "[]", "[1]"])
            Assert.Equal(400, await _client.PostStatusAsync(batch));

        using var all = await _client.StreamAsync(tooMany.Replace("," + LegacyClient.Ping("5"), string.Empty));
        Assert.Equal(4, (await all.RestAsync()).Count);
    }
}
