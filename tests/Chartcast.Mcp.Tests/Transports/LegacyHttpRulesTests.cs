using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports;

public sealed class LegacyHttpRulesTests : IAsyncLifetime
{
    private const string Ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private const string Steps = "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\","
        + "\"params\":{\"name\":\"steps\",\"_meta\":{\"progressToken\":7}}}";
    private const string Hang =
        "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"tools/call\",\"params\":{\"name\":\"hang\"}}";

    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new McpLimits { MaxSessions = 3 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("2024-11-05", "2024-11-05")]
    [InlineData("2025-03-26", "2025-03-26")]
    [InlineData("2025-11-25", "2025-11-25")]
    [InlineData("2026-07-28", "2025-11-25")]
    [InlineData("1999-01-01", "2025-11-25")]
    public async Task Initialize_NeverSelectsARevisionWithoutHandshake(string wished, string settled)
    {
        using var answer = await _host.Http.SendAsync(Raw.Post(Raw.InitializeBody(wished)), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");

        Assert.Equal(settled, result.GetProperty("protocolVersion").GetString());
        Assert.False(result.TryGetProperty("resultType", out _));
        Assert.Matches("^[!-~]{32,}$", Assert.Single(answer.Headers.GetValues("Mcp-Session-Id")));
    }

    [Fact]
    public async Task FailedInitialize_LeavesNoSession()
    {
        const string Body =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":7}}";
        using var answer = await _host.Http.SendAsync(Raw.Post(Body), Cancel);

        Assert.Equal(-32602, (await Raw.JsonAsync(answer)).GetProperty("error").GetProperty("code").GetInt32());
        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
    }

    [Fact]
    public async Task Session_LivesFromInitializeToDelete()
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-11-25");
        Assert.Equal((400, -32600), await Raw.ErrorAsync(_host.Http, Raw.Post(Ping)));
        Assert.Equal((404, -32001), await Raw.ErrorAsync(_host.Http, Raw.Post(Ping, ("Mcp-Session-Id", "no"))));
        Assert.Equal(200, await StatusAsync(Raw.Post(Ping, ("Mcp-Session-Id", session))));
        Assert.Equal(
            202,
            await StatusAsync(Raw.Post(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", ("Mcp-Session-Id", session))));
        Assert.Equal(
            400, await StatusAsync(Raw.Post(Ping, ("Mcp-Session-Id", session), ("MCP-Protocol-Version", "nonsense"))));

        Assert.Equal(204, await StatusAsync(InSession(HttpMethod.Delete, session)));
        Assert.Equal(404, await StatusAsync(Raw.Post(Ping, ("Mcp-Session-Id", session))));
    }

    [Fact]
    public async Task UnknownMethod_Is200MethodNotFound()
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        var request = Raw.Post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", ("Mcp-Session-Id", session));

        Assert.Equal((200, -32601), await Raw.ErrorAsync(_host.Http, request));
    }

    [Fact]
    public async Task Sessions_AreLimited()
    {
        for (var count = 0; count < 3; count++)
            await Raw.InitializeAsync(_host.Http, "2025-11-25");
        using var answer = await _host.Http.SendAsync(Raw.Post(Raw.InitializeBody("2025-11-25")), Cancel);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task IdleSession_IsForgotten()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        var session = await Raw.InitializeAsync(host.Http, "2025-11-25");
        time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal((404, -32001), await Raw.ErrorAsync(host.Http, Raw.Post(Ping, ("Mcp-Session-Id", session))));
    }

    [Theory]
    [InlineData("2025-03-26", 200)]
    [InlineData("2025-06-18", 400)]
    public async Task Batch_IsServedInMarch2025Only(string version, int status)
    {
        var session = await Raw.InitializeAsync(_host.Http, version);
        var body = $"[{Ping},{Ping.Replace("\"id\":1", "\"id\":2", StringComparison.Ordinal)}]";
        using var answer = await _host.Http.SendAsync(Raw.Post(body, ("Mcp-Session-Id", session)), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, text.Contains("\"id\":2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-03-26", false)]
    [InlineData("2025-06-18", false)]
    [InlineData("2025-11-25", true)]
    public async Task Stream_IsResumedFromTheLastEvent(string version, bool isPrimed)
    {
        var session = await Raw.InitializeAsync(_host.Http, version);
        var first = await _host.Http.SendAsync(
            Raw.Post(Steps, ("Mcp-Session-Id", session)), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await first.Content.ReadAsStreamAsync(Cancel));
        var seen = new List<string>();
        while (!seen.Exists(line => line.Contains("\"progress\":10", StringComparison.Ordinal)))
            seen.Add((await reader.ReadLineAsync(Cancel))!);
        first.Dispose();
        _host.Tools.Steps.LetGo();

        using var get = InSession(HttpMethod.Get, session);
        var lastId = seen.Last(line => line.StartsWith("id: ", StringComparison.Ordinal))[4..];
        get.Headers.Add("Last-Event-ID", lastId);
        using var rest = await _host.Http.SendAsync(get, Cancel);
        var text = await rest.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(isPrimed, seen.Contains("data: "));
        Assert.DoesNotContain("\"progress\":10,", text, StringComparison.Ordinal);
        Assert.Contains("\"progress\":100", text, StringComparison.Ordinal);
        Assert.Contains("\"id\":5", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9-1")]
    [InlineData("0-99")]
    [InlineData("nonsense")]
    public async Task UnknownEvent_Is400(string id)
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-11-25");
        using var get = InSession(HttpMethod.Get, session);
        get.Headers.Add("Last-Event-ID", id);

        Assert.Equal(400, await StatusAsync(get));
    }

    [Fact]
    public async Task Get_IsReopened_AndEndsWhenTheServerStops()
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        using var first = await _host.Http.SendAsync(
            InSession(HttpMethod.Get, session), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var second = await _host.Http.SendAsync(
            InSession(HttpMethod.Get, session), HttpCompletionOption.ResponseHeadersRead, Cancel);

        Assert.Empty(await first.Content.ReadAsStringAsync(Cancel));
        _host.Lifetime.StopApplication();
        Assert.Empty(await second.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task QuietStream_GetsAComment()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        var session = await Raw.InitializeAsync(host.Http, "2025-06-18");
        using var answer = await host.Http.SendAsync(
            InSession(HttpMethod.Get, session), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        var line = reader.ReadLineAsync(Cancel).AsTask();
        while (!line.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        Assert.Equal(":", await line);
    }

    [Fact]
    public async Task Cancelled_EndsThePostWithoutAnswer_AndDuplicateIdIsRefusedMeanwhile()
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        var call = _host.Http.SendAsync(Raw.Post(Hang, ("Mcp-Session-Id", session)), Cancel);
        await _host.Tools.Hang.Started.Task.WaitAsync(Cancel);
        Assert.Equal((400, -32600), await Raw.ErrorAsync(_host.Http, Raw.Post(Hang, ("Mcp-Session-Id", session))));
        const string Notification =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":6}}";
        Assert.Equal(202, await StatusAsync(Raw.Post(Notification, ("Mcp-Session-Id", session))));
        using var answer = await call;

        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
        await _host.Tools.Hang.Stopped.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task TwoClients_WithTheSameId_GetTheirOwnAnswers()
    {
        var one = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        var two = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        var answers = await Task.WhenAll(EchoAsync(one, "one"), EchoAsync(two, "two"));

        Assert.Equal(["one", "two"], answers);
    }

    private async Task<string> EchoAsync(string session, string text)
    {
        var body = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
            + $"\"arguments\":{{\"text\":\"{text}\"}}}}}}";
        using var answer = await _host.Http.SendAsync(
            Raw.Post(body, ("Mcp-Session-Id", session), ("X-Client-Id", text)), Cancel);
        var structured = (await Raw.JsonAsync(answer)).GetProperty("result").GetProperty("structuredContent");
        Assert.Equal(text, structured.GetProperty("clientId").GetString());
        return structured.GetProperty("text").GetString()!;
    }

    private async Task<int> StatusAsync(HttpRequestMessage request)
    {
        using var answer = await _host.Http.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }

    private static HttpRequestMessage InSession(HttpMethod method, string session)
    {
        var request = new HttpRequestMessage(method, "/mcp");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Mcp-Session-Id", session);
        return request;
    }
}
