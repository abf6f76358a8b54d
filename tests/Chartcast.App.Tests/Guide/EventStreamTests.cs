using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Guide;

public sealed class EventStreamTests
{
    private const string Chart = """{"symbol":"FILE:prices"}""";

    [Fact]
    [GuideSentence("Server establishes stream and sends connection event")]
    [GuideSentence("Client generates unique clientId; opens SSE connection to /mcp/events/:clientId")]
    public async Task Stream_BeginsWithRetryAndConnection()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/mcp_1749698104642_abc123");
        StreamFrame retry = (await events.NextAsync())!;
        StreamFrame connection = (await events.NextAsync())!;
        Assert.InRange(int.Parse(retry.Retry!), 2000, 8000);
        Assert.Equal("connection", connection.Event);
        Assert.NotNull(connection.Id);
        Assert.Equal(
            """{"type":"connected","clientId":"mcp_1749698104642_abc123","timestamp":"2026-01-15T15:00:00.000Z"}""",
            connection.Data);
    }

    [Fact]
    [GuideSentence("proxy_buffering off; proxy_set_header Connection \"\": events pass proxies unbuffered")]
    public async Task Stream_HasHeadersThatKeepItUnbuffered()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no", Assert.Single(events.Response.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(events.Response.Headers.CacheControl!.NoCache);
        Assert.True(events.Response.Headers.CacheControl!.NoTransform);
        Assert.Null(events.Response.Content.Headers.ContentLength);
    }

    [Fact]
    [GuideSentence("Heartbeat messages maintain connection (every 30s)")]
    public async Task Stream_GetsACommentEveryThirtySeconds()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        await events.NextOfAsync("connection");
        for (int i = 0; i < 2; i++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(30));
            StreamFrame frame = (await events.NextAsync())!;
            Assert.Equal("heartbeat", frame.Comment);
            Assert.Null(frame.Id);
        }
    }

    [Fact]
    [GuideSentence("Server broadcasts chart_progress event with type \"started\"")]
    [GuideSentence("Server broadcasts progress events during processing")]
    [GuideSentence("Final event indicates completion or failure")]
    [GuideSentence("Chart progress events broadcast to all connected clients")]
    [GuideSentence("Multiple clients can connect simultaneously")]
    public async Task Charts_AreToldToEveryClient_FromStartedToCompleted()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader one = await app.ListenAsync("/mcp/events/one");
        using EventReader other = await app.ListenAsync("/mcp/events/other");
        await one.NextOfAsync("connection");
        await other.NextOfAsync("connection");
        JsonElement answer = await app.CallAsync("generate_chart", Chart);
        string requestId = answer.GetProperty("result").GetProperty("structuredContent").GetProperty("requestId").GetString()!;

        IReadOnlyList<StreamFrame> seen = await one.UntilFinalAsync();
        Assert.Equal(seen.Select(frame => frame.Data), (await other.UntilFinalAsync()).Select(frame => frame.Data));
        string[] types = [.. seen.Select(frame => frame.Json.GetProperty("data").GetProperty("type").GetString()!)];
        Assert.Equal("queued", types[0]);
        Assert.Equal("started", types[1]);
        Assert.Contains("progress", types);
        Assert.Equal("completed", types[^1]);
        Assert.All(seen, frame => Assert.Equal("chart_progress", frame.Json.GetProperty("type").GetString()));
        Assert.All(seen, frame => Assert.Equal(requestId, frame.Json.GetProperty("requestId").GetString()));
        Assert.All(seen, frame => Assert.NotNull(frame.Id));
    }

    [Fact]
    [GuideSentence("Chart Progress Events: type, requestId, message, timestamp, data.symbol, data.status")]
    [GuideSentence("Completion Events: processingTime, data.type completed")]
    [GuideSentence("Events include requestId for client-side filtering")]
    public async Task Events_HaveTheGuidesMembers()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        await app.CallAsync("generate_chart", Chart);
        IReadOnlyList<StreamFrame> seen = await events.UntilFinalAsync();
        JsonElement started = seen[1].Json;
        Assert.Equal("Chart generation started for FILE:prices", started.GetProperty("message").GetString());
        Assert.Equal("FILE:prices", started.GetProperty("data").GetProperty("symbol").GetString());
        Assert.Equal("started", started.GetProperty("data").GetProperty("status").GetString());
        Assert.EndsWith("Z", started.GetProperty("timestamp").GetString());
        Assert.False(started.TryGetProperty("processingTime", out _));
        JsonElement completed = seen[^1].Json;
        Assert.True(completed.GetProperty("processingTime").GetInt64() >= 0);
        Assert.Equal("completed", completed.GetProperty("data").GetProperty("type").GetString());
    }

    [Fact]
    [GuideSentence("Failed generations trigger immediate error events")]
    public async Task FailedCharts_AreTold()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:NOSUCH"}""");
        JsonElement last = (await events.UntilFinalAsync())[^1].Json;
        Assert.Equal("failed", last.GetProperty("data").GetProperty("type").GetString());
        Assert.Equal(
            "unknown_symbol", last.GetProperty("data").GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    [GuideSentence("Consider client-specific filtering for large deployments")]
    public async Task Filters_NarrowTheStream()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader own = await app.ListenAsync("/mcp/events/me?scope=own");
        using EventReader symbol = await app.ListenAsync("/mcp/events/you?symbol=demo:a");
        await app.CallAsync("generate_chart", """{"symbol":"DEMO:A"}""");
        await app.PostJsonAsync("/mcp/tools/call", """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"generate_chart",
             "arguments":{"symbol":"DEMO:B"},"_meta":{"clientId":"me"}}}
            """);
        Assert.All(await own.UntilFinalAsync(), frame => Assert.Contains("DEMO:B", frame.Data));
        Assert.All(await symbol.UntilFinalAsync(), frame => Assert.Contains("DEMO:A", frame.Data));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [GuideSentence("Automatic Reconnection - Built-in browser support for connection recovery")]
    public async Task Stream_ReplaysWhatWasMissed(bool byHeader)
    {
        await using TestApp app = await TestApp.StartAsync();
        string id;
        using (EventReader events = await app.ListenAsync("/mcp/events/a"))
            id = (await events.NextOfAsync("connection")).Id!;
        await app.CallAsync("generate_chart", Chart);
        using EventReader again = byHeader
            ? await app.ListenAsync("/mcp/events/a", ("Last-Event-ID", id))
            : await app.ListenAsync("/mcp/events/a?lastEventId=" + id);
        IReadOnlyList<StreamFrame> replayed = await again.UntilFinalAsync();
        Assert.Equal("queued", replayed[0].Json.GetProperty("data").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Stream_SaysHistoryIsLost_WhenTheIdIsForeign()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a", ("Last-Event-ID", "elsewhere-7"));
        StreamFrame lost = await events.NextOfAsync("history_lost");
        Assert.Equal("other_log", lost.Json.GetProperty("reason").GetString());
    }

    [Fact]
    [GuideSentence("Connection status events indicate when to reconnect")]
    public async Task Stream_EndsWithShutdown()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        await events.NextOfAsync("connection");
        app.Engine.Events.Close();
        Assert.Equal("shutdown", (await events.NextAsync())!.Event);
        Assert.Null(await events.NextAsync());
    }

    [Fact]
    [GuideSentence("No artificial limit on client connections")]
    public async Task ManyClients_AreAllServed()
    {
        await using TestApp app = await TestApp.StartAsync();
        var readers = new List<EventReader>();
        for (int i = 0; i < 200; i++) readers.Add(await app.ListenAsync($"/mcp/events/client-{i}"));
        foreach (EventReader reader in readers) await reader.NextOfAsync("connection");
        Assert.Equal(200, app.Engine.Events.ListenerCount);
        await app.CallAsync("generate_chart", Chart);
        foreach (EventReader reader in readers)
        {
            Assert.Equal("completed", (await reader.UntilFinalAsync())[^1].Json.GetProperty("data").GetProperty("type").GetString());
            reader.Dispose();
        }
    }

    [Theory]
    [InlineData("/mcp/events/with%20blank", "clientId")]
    [InlineData("/mcp/events/a%0d%0aX-Evil:1", "clientId")]
    [InlineData("/mcp/events/a?scope=mine", "scope")]
    [InlineData("/mcp/events/a?symbol=nothing", "symbol")]
    [InlineData("/mcp/events/a?requestId=..%2f", "requestId")]
    [InlineData("/mcp/events/a?scope=own&scope=all", "scope")]
    public async Task Stream_IsRefused_WhenTheWishIsWrong(string path, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync(path);
        Assert.Equal(400, (int)response.StatusCode);
        JsonElement problem = await TestApp.JsonOf(response);
        Assert.Equal(field, problem.GetProperty("faults")[0].GetProperty("field").GetString());
    }
}
