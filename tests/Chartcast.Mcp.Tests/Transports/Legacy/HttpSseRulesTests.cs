using System.Net.Http.Headers;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports.Legacy;

/// <summary>The 2024-11-05 transport, request by request.</summary>
public sealed class HttpSseRulesTests : IAsyncLifetime
{
    private const string Revision = "2024-11-05";

    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(new McpLimits { MaxSessions = 2, MaxCallsInFlight = 2 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task Stream_OpensWithARelativeAddress_ThatNobodyCanGuess()
    {
        using var one = await SseClient.OpenAsync(_host.Http);
        using var two = await SseClient.OpenAsync(_host.Http);
        var headers = one.Events.Answer.Headers;

        Assert.Matches("^/messages\\?sessionId=[0-9a-f]{64}$", one.Address);
        Assert.NotEqual(one.Address, two.Address);
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Equal("no", Assert.Single(headers.GetValues("X-Accel-Buffering")));
        Assert.False(headers.Contains("Mcp-Session-Id"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Messages_AreAccepted_AndAnsweredOnTheStream_WithoutIds()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        using var accepted = await client.SendAsync(LegacyClient.Ping("\"p\""));
        var answer = await client.Events.NextAsync();

        Assert.Equal(202, (int)accepted.StatusCode);
        Assert.Empty(await accepted.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("message", answer!.Name);
        Assert.Null(answer.Id);
        Assert.Equal("p", answer.Json.GetProperty("id").GetString());
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("2025-06-18", "2025-06-18")]
    [InlineData("2025-11-25", "2025-11-25")]
    [InlineData("2026-07-28", "2025-11-25")]
    [InlineData("1999-01-01", "2025-11-25")]
    public async Task LaterLegacyRevisions_AreServed_ButNoneWithoutHandshake(string wished, string settled)
    {
        using var client = await SseClient.OpenAsync(_host.Http);
        await client.PostAsync(Raw.InitializeBody(wished));
        var result = (await client.Events.NextAsync())!.Json.GetProperty("result");
        Assert.Equal(settled, result.GetProperty("protocolVersion").GetString());
        await client.PostAsync(LeaveTool.Call());
        var answer = await client.Events.NextAsync();

        Assert.False(result.TryGetProperty("resultType", out _));
        Assert.Contains("stayed", answer!.Data, StringComparison.Ordinal);
        Assert.Null(answer.Id);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task UnknownSession_Is404_AndNoneIs400()
    {
        using var client = await SseClient.OpenAsync(_host.Http);

        Assert.Equal((404, -32001), await ErrorAsync("/messages?sessionId=" + new string('0', 64)));
        Assert.Equal((400, -32600), await ErrorAsync("/messages"));
        Assert.Equal((400, -32600), await ErrorAsync(client.Address + "&sessionId=1"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Session_IsItsSubjectsAlone()
    {
        using var mine = _host.NewClient();
        mine.DefaultRequestHeaders.Add(TestHost.UserHeader, "ada");
        using var client = await SseClient.OpenAsync(mine, Revision);

        Assert.Equal((404, -32001), await ErrorAsync(client.Address, (TestHost.UserHeader, "eve")));
        Assert.Equal((404, -32001), await ErrorAsync(client.Address));
        Assert.Equal(202, await client.PostAsync(LegacyClient.Ping("1")));
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("{", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600)]
    public async Task BadEnvelope_Is400(string body, int code)
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        using var answer = await client.SendAsync(body);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(code, (await Raw.JsonAsync(answer)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task OtherContent_AndLargeBodies_AreRefused()
    {
        using var client = await SseClient.OpenAsync(_host.Http);
        using var text = new StringContent(LegacyClient.Ping("1"));
        text.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
        using var refused = await _host.Http.PostAsync(new Uri(client.Address, UriKind.Relative), text, Cancel);

        Assert.Equal(415, (int)refused.StatusCode);
        Assert.Equal(413, await client.PostAsync(new string(' ', new McpLimits().MaxBodyBytes + 1)));
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("GET", "/messages", 405)]
    [InlineData("POST", "/sse", 405)]
    [InlineData("DELETE", "/sse", 405)]
    public async Task OtherMethods_Are405(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Opening_NeedsAnEventStreamAndNoLaterProtocol()
    {
        using var json = SseClient.Opening();
        json.Headers.Accept.Clear();
        json.Headers.Accept.ParseAdd("application/json");
        using var modern = SseClient.Opening();
        modern.Headers.Add("MCP-Protocol-Version", Raw.Modern);

        Assert.Equal((406, -32600), await Raw.ErrorAsync(_host.Http, json));
        Assert.Equal((400, -32600), await Raw.ErrorAsync(_host.Http, modern));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ModernRequests_AreRefused()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        using var described = await client.SendAsync(Raw.ModernBody("tools/list"));

        Assert.Equal(400, (int)described.StatusCode);
        var error = (await Raw.JsonAsync(described)).GetProperty("error");
        Assert.Equal(-32600, error.GetProperty("code").GetInt32());
        Assert.Contains("initialize", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, await client.PostAsync(LegacyClient.Ping("1"), ("MCP-Protocol-Version", Raw.Modern)));
        Assert.Equal(202, await client.PostAsync(LegacyClient.Ping("2"), ("MCP-Protocol-Version", Revision)));
        Assert.Equal(2, (await client.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "evil.example")]
    public async Task ForeignPagesAndHosts_Are403_OnBothRoutes(string header, string value)
    {
        using var client = await SseClient.OpenAsync(_host.Http);
        using var open = SseClient.Opening();
        open.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(403, (await Raw.ErrorAsync(_host.Http, open)).Status);
        Assert.Equal(403, (await ErrorAsync(client.Address, (header, value))).Status);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Connections_ShareTheSessionsLimit_AndGiveTheirPlacesBack()
    {
        using (await SseClient.OpenAsync(_host.Http))
        {
            await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
            Assert.Equal((503, -32603), await Raw.ErrorAsync(_host.Http, SseClient.Opening()));
            Assert.Equal(
                (503, -32603), await Raw.ErrorAsync(_host.Http, Raw.Post(Raw.InitializeBody("2025-11-25"))));
        }

        await Until.TrueAsync(_host.Serving.Sessions.TryTakePlace);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task CallsInFlight_AreLimited_AndIdsAreTheirsAlone()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        Assert.Equal(202, await client.PostAsync(GateTool.Call("1", "one")));
        Assert.Equal(202, await client.PostAsync(GateTool.Call("2", "two")));
        Assert.Equal(400, await client.PostAsync(LegacyClient.Ping("1")));
        Assert.Equal(202, await client.PostAsync(LegacyClient.Ping("3")));

        var refused = (await client.Events.NextAsync())!.Json;
        Assert.Equal(3, refused.GetProperty("id").GetInt32());
        Assert.Equal(-32600, refused.GetProperty("error").GetProperty("code").GetInt32());
        _host.Tools.Gate.LetGo("one");
        Assert.Equal(1, (await client.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
        Assert.Equal(202, await client.PostAsync(LegacyClient.Ping("1")));
        Assert.Equal(1, (await client.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task MisshapenParams_AreAnsweredOnTheStream()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        Assert.Equal(202, await client.PostAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}"));

        var error = (await client.Events.NextAsync())!.Json;
        Assert.Equal(1, error.GetProperty("id").GetInt32());
        Assert.Equal(-32602, error.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Batches_AreServedWhereTheRevisionHasThem()
    {
        using var client = await SseClient.OpenAsync(_host.Http, "2025-03-26");
        var batch = $"[{LegacyClient.Ping("1")},{Raw.InitializeBody("2025-03-26")}]";
        Assert.Equal(202, await client.PostAsync(batch));
        var answers = new[] { await client.Events.NextAsync(), await client.Events.NextAsync() }
            .ToDictionary(answer => answer!.Json.GetProperty("id").GetInt32());

        Assert.Equal(-32600, answers[0]!.Json.GetProperty("error").GetProperty("code").GetInt32());
        Assert.True(answers[1]!.Json.TryGetProperty("result", out _));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ClientId_ComesFromThePostsHeader()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        await client.PostAsync(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
            + "\"arguments\":{\"text\":\"a\"}}}",
            ("X-Client-Id", "me"));
        var structured = (await client.Events.NextAsync())!.Json.GetProperty("result").GetProperty("structuredContent");

        Assert.Equal("me", structured.GetProperty("clientId").GetString());
        Assert.Equal("sse", structured.GetProperty("transport").GetString());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task QuietStream_GetsAComment()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        using var answer = await host.Http.SendAsync(
            SseClient.Opening(), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        for (var line = 0; line < 3; line++)
            await lines.ReadLineAsync(Cancel);
        var comment = lines.ReadLineAsync(Cancel).AsTask();
        await Until.TrueAsync(() => comment.IsCompleted, () => time.Advance(TimeSpan.FromSeconds(15)));

        Assert.Equal(":", await comment);
    }

    private Task<(int Status, int Code)> ErrorAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = Raw.Post(LegacyClient.Ping("1"), headers);
        request.RequestUri = new Uri(address, UriKind.Relative);
        return Raw.ErrorAsync(_host.Http, request);
    }
}
