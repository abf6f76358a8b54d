using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Mcp.Security;

namespace Chartcast.App.Tests.Access;

/// <summary>With authentication on, clients see their own charts only, unless they may see all.</summary>
public sealed class OwnChartsTests
{
    private const string Shared = "0123456789abcdef-token";
    private const string Usual = "charts:read charts:write";
    private const string Chart = """{"symbol":"FILE:prices"}""";

    [Fact]
    public async Task ChartsOfTheChartImgApi_AreTheirCallersOwn()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", "charts:write");
        using HttpClient client = app.ClientOf(ada);
        using HttpResponseMessage drawn = await client.PostAsync(
            "/v2/tradingview/advanced-chart", new StringContent("""{"symbol":"DEMO:BTC"}""", null, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)drawn.StatusCode);
        string path = $"/charts/{Assert.Single(drawn.Headers.GetValues("X-Chartcast-Request"))}.json";
        using HttpClient other = app.ClientOf(issuer.Token("bob", "charts:write"));
        using HttpClient own = app.ClientOf(ada);
        Assert.Equal(200, (int)(await own.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await other.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Charts_AreSeenByTheirOwner_AndByThoseWhoSeeAll()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync(Shared);
        string ada = issuer.Token("ada", Usual);
        string bob = issuer.Token("bob", Usual);
        string auditor = issuer.Token("eve", "charts:read charts:all");
        string id = await DrawAsync(app, ada);

        Assert.Equal([id], await RecentAsync(app, ada));
        Assert.Equal([id], await RecentAsync(app, issuer.Token("ada", "charts:read")));
        Assert.Equal([id], await RecentAsync(app, auditor));
        Assert.Equal([id], await RecentAsync(app, Shared));
        Assert.Empty(await RecentAsync(app, bob));

        Assert.Equal("completed", await StatusOfAsync(app, ada, id));
        Assert.Equal("completed", await StatusOfAsync(app, auditor, id));
        Assert.Equal("completed", await StatusOfAsync(app, Shared, id));
        Assert.Equal(await StatusOfAsync(app, bob, "req_1_none"), await StatusOfAsync(app, bob, id));

        foreach (string ending in (string[])[".png", ".svg", ".json", ".csv"])
        {
            Assert.Equal(200, await GetAsync(app, ada, $"/charts/{id}{ending}"));
            Assert.Equal(200, await GetAsync(app, auditor, $"/charts/{id}{ending}"));
            Assert.Equal(404, await GetAsync(app, bob, $"/charts/{id}{ending}"));
            Assert.Equal(401, await GetAsync(app, "", $"/charts/{id}{ending}"));
        }
    }

    [Fact]
    public async Task ChartsOfTheStaticToken_AreNotThoseOfSubjects()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync(Shared);
        string id = await DrawAsync(app, Shared);

        // A subject that calls itself as the static token's holder is called.
        foreach (string subject in (string[])["ada", "token"])
        {
            Assert.Empty(await RecentAsync(app, issuer.Token(subject, Usual)));
            Assert.Equal(404, await GetAsync(app, issuer.Token(subject, Usual), $"/charts/{id}.png"));
        }
    }

    [Fact]
    public async Task SameRequests_AreDrawnOnce_AndStillEachHasItsOwn()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", Usual);
        string bob = issuer.Token("bob", Usual);
        string[] ids = await Task.WhenAll(DrawAsync(app, ada), DrawAsync(app, bob));

        Assert.Equal([ids[0]], await RecentAsync(app, ada));
        Assert.Equal([ids[1]], await RecentAsync(app, bob));
        Assert.Equal(404, await GetAsync(app, ada, $"/charts/{ids[1]}.png"));
    }

    [Fact]
    public async Task Resources_AreListedAndReadByTheirOwner()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", Usual);
        string id = await DrawAsync(app, ada);

        Assert.Contains(id, await McpAsync(app, ada, "resources/list"));
        Assert.Contains("blob", await McpAsync(app, ada, "resources/read", $"chart://{id}"));
        foreach (string stranger in (string[])[issuer.Token("bob", Usual), issuer.Token("bob", "charts:read")])
        {
            Assert.Contains("\"resources\":[]", await McpAsync(app, stranger, "resources/list"));
            Assert.Contains("There is no resource", await McpAsync(app, stranger, "resources/read", $"chart://{id}"));
        }
    }

    [Fact]
    public async Task RequestIds_AreProposedToTheirOwner()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", Usual);
        string id = await DrawAsync(app, ada);

        Assert.Contains(id, await CompleteAsync(ada));
        Assert.Contains(id, await CompleteAsync(issuer.Token("eve", "charts:read charts:all")));
        Assert.Contains("\"values\":[]", await CompleteAsync(issuer.Token("bob", Usual)));

        Task<string> CompleteAsync(string token) => McpAsync(
            app, token, "completion/complete", members: ",\"ref\":{\"type\":\"ref/resource\",\"uri\":\"chart://{requestId}\"},"
                + "\"argument\":{\"name\":\"requestId\",\"value\":\"req_\"}");
    }

    [Fact]
    public async Task Resources_AreWatchedByTheirOwner()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", Usual);
        string uri = "chart://" + await DrawAsync(app, ada);

        Assert.Equal([uri], await WatchAsync(app, ada, uri));
        Assert.Equal([uri], await WatchAsync(app, issuer.Token("eve", "charts:read charts:all"), uri));
        Assert.Empty(await WatchAsync(app, issuer.Token("bob", Usual), uri));
    }

    [Fact]
    public async Task Streams_TellTheListenersOwn_WhateverItsNameAndFilter()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string ada = issuer.Token("ada", Usual);
        string bob = issuer.Token("bob", Usual);
        using EventReader own = await ListenAsync(app, bob, "/mcp/events/bob");
        using EventReader named = await ListenAsync(app, bob, "/mcp/events/ada-client?scope=own");
        using EventReader all = await ListenAsync(app, issuer.Token("eve", "charts:read charts:all"), "/mcp/events/eve?scope=all");
        string hers = await DrawAsync(app, ada, "ada-client");
        string his = await DrawAsync(app, bob, "ada-client");

        foreach (EventReader stream in (EventReader[])[own, named])
        {
            Assert.All(await stream.UntilFinalAsync(), frame =>
                Assert.Equal(his, frame.Json.GetProperty("requestId").GetString()));
        }

        Assert.All(await all.UntilFinalAsync(), frame => Assert.Equal(hers, frame.Json.GetProperty("requestId").GetString()));
    }

    [Fact]
    public async Task Replay_TellsTheListenersOwn()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string bob = issuer.Token("bob", Usual);
        using EventReader first = await ListenAsync(app, bob, "/mcp/events/bob");
        string start = (await first.NextOfAsync("connection")).Id!;
        await DrawAsync(app, issuer.Token("ada", Usual));
        string his = await DrawAsync(app, bob);

        using EventReader again = await ListenAsync(app, bob, "/mcp/events/bob?lastEventId=" + start);
        Assert.All(await again.UntilFinalAsync(), frame =>
            Assert.Equal(his, frame.Json.GetProperty("requestId").GetString()));
    }

    [Fact]
    public async Task Streams_EndWhenTheTokenExpires()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        using EventReader events = await ListenAsync(app, issuer.Token("ada", "charts:read"), "/mcp/events/ada");
        await events.NextOfAsync("connection");
        app.Time.Advance(TimeSpan.FromSeconds(330));
        while (await events.NextAsync() is { } frame) Assert.Equal("heartbeat", frame.Comment);
    }

    [Fact]
    public async Task WithoutAuthentication_EveryoneSeesAll()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.CallAsync("generate_chart", Chart);
        JsonElement recent = await app.CallAsync("get_recent_requests", "{}");
        string id = Assert.Single(recent.GetProperty("result").GetProperty("structuredContent").GetProperty("requests")
            .EnumerateArray()).GetProperty("requestId").GetString()!;
        Assert.Null((await app.Engine.Requests.FindAsync(id, CancellationToken.None))!.Caller.Owner);
        Assert.Null(Caller.Anyone.SeesOnly);
    }

    [Fact]
    public async Task Tokens_AreNeverLoggedNorKept()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync(Shared);
        string[] tokens =
        [
            issuer.Token("ada-lovelace", Usual), issuer.Token("ada-lovelace", "charts:read"),
            issuer.Token("ada-lovelace", Usual, expires: 1), "a.made.up-token-of-nobody", Shared, Shared + "-wrong",
        ];
        foreach (string token in tokens)
        {
            await app.CallAsync(token, "generate_chart", Chart);
            await GetAsync(app, token, "/mcp/health");
        }

        string kept = string.Join('\n', (await app.Engine.Store.EventsAfterAsync(0, 1000, CancellationToken.None))
            .Select(one => one.ToString()));
        Assert.Contains("A token was refused: The token has expired.", app.Log.Text);
        foreach (string part in tokens.SelectMany(token => token.Split('.')).Append("ada-lovelace"))
        {
            if (part.Length < 8) continue;
            Assert.DoesNotContain(part, app.Log.Text);
            Assert.DoesNotContain(part, kept);
        }
    }

    private static async Task<string> DrawAsync(TestApp app, string token, string clientId = "someone")
    {
        JsonElement answer = await app.CallAsync(
            token, "generate_chart", $$"""{"symbol":"FILE:prices"},"_meta":{"clientId":"{{clientId}}"}""");
        return answer.GetProperty("result").GetProperty("structuredContent").GetProperty("requestId").GetString()!;
    }

    private static async Task<IEnumerable<string?>> RecentAsync(TestApp app, string token)
    {
        JsonElement answer = await app.CallAsync(token, "get_recent_requests", "{}");
        return [.. answer.GetProperty("result").GetProperty("structuredContent").GetProperty("requests").EnumerateArray()
            .Select(request => request.GetProperty("requestId").GetString())];
    }

    private static async Task<string> StatusOfAsync(TestApp app, string token, string id)
    {
        JsonElement answer = await app.CallAsync(token, "get_chart_status", $$"""{"requestId":"{{id}}"}""");
        return answer.TryGetProperty("result", out JsonElement result)
            ? result.GetProperty("structuredContent").GetProperty("status").GetString()!
            : answer.GetProperty("error").GetRawText();
    }

    private static async Task<int> GetAsync(TestApp app, string token, string path)
    {
        using HttpClient client = token.Length > 0 ? app.ClientOf(token) : app.Client();
        using HttpResponseMessage response = await client.GetAsync(
            new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task<EventReader> ListenAsync(TestApp app, string token, string path)
    {
        EventReader reader = await app.ListenAsync(path, ("Authorization", "Bearer " + token));
        Assert.Equal(200, (int)reader.Response.StatusCode);
        return reader;
    }

    /// <summary>The resources whose updates a listening client is promised.</summary>
    private static async Task<IEnumerable<string?>> WatchAsync(TestApp app, string token, string uri)
    {
        using HttpRequestMessage request = McpRequest(
            token, "subscriptions/listen", $",\"notifications\":{{\"resourceSubscriptions\":[\"{uri}\"]}}");
        HttpClient client = app.Client();
        using EventReader stream = await EventReader.OpenAsync(client, await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
        JsonElement granted = (await stream.NextOfAsync("message")).Json.GetProperty("params").GetProperty("notifications");
        return granted.TryGetProperty("resourceSubscriptions", out JsonElement uris)
            ? [.. uris.EnumerateArray().Select(one => one.GetString())]
            : [];
    }

    private static async Task<string> McpAsync(
        TestApp app, string token, string method, string? uri = null, string members = "")
    {
        using HttpRequestMessage request = McpRequest(
            token, method, uri is null ? members : $",\"uri\":\"{uri}\"");
        if (uri is not null) request.Headers.Add("Mcp-Name", uri);
        using HttpClient client = app.Client();
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage McpRequest(string token, string method, string members)
    {
        const string Meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"{method}\",\"params\":{{{Meta}{members}}}}}",
                System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", "Bearer " + token);
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", method);
        return request;
    }
}
