using System.Text.Json;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

public sealed class ModernHttpRulesTests : IAsyncLifetime
{
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Discover_NamesTheSameVersions_AsTheVersionError()
    {
        using var answer = await _host.Http.SendAsync(Raw.ModernPost("server/discover"), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");
        var body = Raw.ModernBody("tools/list").Replace("2026-07-28", "2030-01-01", StringComparison.Ordinal);
        using var refused = await _host.Http.SendAsync(
            Raw.Post(body, ("MCP-Protocol-Version", "2030-01-01"), ("Mcp-Method", "tools/list")), Cancel);
        var error = (await Raw.JsonAsync(refused)).GetProperty("error");

        Assert.Equal("complete", result.GetProperty("resultType").GetString());
        var server = result.GetProperty("_meta").GetProperty("io.modelcontextprotocol/serverInfo");
        Assert.Equal("test", server.GetProperty("name").GetString());
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal(-32022, error.GetProperty("code").GetInt32());
        Assert.Equal("2030-01-01", error.GetProperty("data").GetProperty("requested").GetString());
        Assert.Equal(
            result.GetProperty("supportedVersions").GetRawText(),
            error.GetProperty("data").GetProperty("supported").GetRawText());
        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
    }

    [Theory]
    [InlineData("tools/list")]
    [InlineData("resources/list")]
    [InlineData("resources/templates/list")]
    public async Task Lists_CarryCachingFields(string method)
    {
        using var answer = await _host.Http.SendAsync(Raw.ModernPost(method), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");

        Assert.True(result.GetProperty("ttlMs").GetInt64() >= 0);
        Assert.Contains(result.GetProperty("cacheScope").GetString(), (string[])["public", "private"]);
    }

    [Theory]
    [InlineData(null, "tools/call", "echo")]
    [InlineData("2025-11-25", "tools/call", "echo")]
    [InlineData("2026-07-28", null, "echo")]
    [InlineData("2026-07-28", "tools/list", "echo")]
    [InlineData("2026-07-28", "TOOLS/CALL", "echo")]
    [InlineData("2026-07-28", "tools/call", null)]
    [InlineData("2026-07-28", "tools/call", "steps")]
    [InlineData("2026-07-28", "tools/call", "=?base64?!!!?=")]
    public async Task Headers_ThatDifferFromTheBody_Are400HeaderMismatch(string? version, string? method, string? name)
    {
        var request = Raw.Post(Raw.ModernBody("tools/call", ",\"name\":\"echo\",\"arguments\":{\"text\":\"a\"}"));
        Add(request, "MCP-Protocol-Version", version);
        Add(request, "Mcp-Method", method);
        Add(request, "Mcp-Name", name);

        Assert.Equal((400, -32020), await Raw.ErrorAsync(_host.Http, request));
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("  echo\t")]
    [InlineData("=?base64?ZWNobw==?=")]
    public async Task NameHeader_IsTrimmedAndDecoded(string name)
    {
        var request = Raw.ModernPost("tools/call", ",\"name\":\"echo\",\"arguments\":{\"text\":\"a\"}", name: name);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("\"region\":\"eu\",\"size\":42", "eu", "42.0", 200)]
    [InlineData("\"region\":\"eu\",\"size\":42", "eu", "43", 400)]
    [InlineData("\"region\":\"eu\"", null, null, 400)]
    [InlineData("\"region\":\"eu\"", "us", null, 400)]
    [InlineData("\"region\":\"Zürich\"", "=?base64?WsO8cmljaA==?=", null, 200)]
    [InlineData("", null, null, 200)]
    public async Task MarkedArguments_MustBeRepeatedInHeaders(
        string arguments, string? region, string? size, int status)
    {
        var request = Raw.ModernPost(
            "tools/call", $",\"name\":\"with_header\",\"arguments\":{{{arguments}}}", name: "with_header");
        Add(request, "Mcp-Param-Region", region);
        Add(request, "mcp-param-size", size);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"_meta\":{}}")]
    [InlineData("{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}")]
    [InlineData("{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":7}}")]
    public async Task MissingMetadata_Is400InvalidParams(string parameters)
    {
        var request = Raw.Post(
            $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{parameters}}}",
            ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/list"));

        Assert.Equal((400, -32602), await Raw.ErrorAsync(_host.Http, request));
    }

    [Theory]
    [InlineData("no/such")]
    [InlineData("ping")]
    [InlineData("initialize")]
    [InlineData("logging/setLevel")]
    [InlineData("resources/subscribe")]
    public async Task UnknownOrRemovedMethod_Is404MethodNotFound(string method)
    {
        var members = method switch
        {
            "initialize" =>
                ",\"protocolVersion\":\"2026-07-28\",\"capabilities\":{},"
                + "\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}",
            "logging/setLevel" => ",\"level\":\"info\"",
            "resources/subscribe" => ",\"uri\":\"note://1\"",
            _ => string.Empty,
        };

        Assert.Equal((404, -32601), await Raw.ErrorAsync(_host.Http, Raw.ModernPost(method, members)));
        Assert.Equal((404, -32601), await Raw.ErrorAsync(_host.Http, Raw.ModernPost(method)));
    }

    [Theory]
    [InlineData("tools/call", ",\"name\":7")]
    [InlineData("tools/call", ",\"name\":\"echo\",\"arguments\":[]")]
    [InlineData("tools/call", "")]
    [InlineData("resources/read", ",\"uri\":[]")]
    [InlineData("tools/list", ",\"cursor\":7")]
    [InlineData("tools/list", ",\"cursor\":\"\"")]
    public async Task MisshapenParams_Are200InvalidParams(string method, string members)
    {
        var name = members.Contains("\"echo\"", StringComparison.Ordinal) ? "echo" : null;

        Assert.Equal((200, -32602), await Raw.ErrorAsync(_host.Http, Raw.ModernPost(method, members, name: name)));
    }

    [Fact]
    public async Task UnknownResource_NamesTheUriInItsData()
    {
        using var answer = await _host.Http.SendAsync(
            Raw.ModernPost("resources/read", ",\"uri\":\"note://9\"", name: "note://9"), Cancel);
        var error = (await Raw.JsonAsync(answer)).GetProperty("error");

        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
        Assert.Equal("note://9", error.GetProperty("data").GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task OtherMethods_Are405WithAllow(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/mcp");
        request.Headers.Add("MCP-Protocol-Version", Raw.Modern);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal("POST", Assert.Single(answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task Notification_Is202_WithoutMethodHeader()
    {
        const string Body =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":99}}";
        using var answer = await _host.Http.SendAsync(Raw.Post(Body, ("MCP-Protocol-Version", Raw.Modern)), Cancel);

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task AnswerFromClient_Is400()
    {
        var request = Raw.Post("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", ("MCP-Protocol-Version", Raw.Modern));

        Assert.Equal((400, -32600), await Raw.ErrorAsync(_host.Http, request));
    }

    [Fact]
    public async Task Call_WithProgressToken_StreamsRisingStepsThenTheAnswer()
    {
        var request = Raw.Post(
            Raw.ModernBody("tools/call", ",\"name\":\"steps\"", meta: ",\"progressToken\":\"t\""),
            ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "steps"));
        using var answer = await _host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        _host.Tools.Steps.LetGo();
        var events = await ReadEventsAsync(answer);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var steps = events[..^1].Select(step => step.GetProperty("params")).ToList();
        Assert.All(steps, step => Assert.Equal("t", step.GetProperty("progressToken").GetString()));
        Assert.Equal(10, steps[0].GetProperty("progress").GetDouble());
        Assert.Equal(100, steps[^1].GetProperty("progress").GetDouble());
        var values = steps.Select(step => step.GetProperty("progress").GetDouble()).ToList();
        Assert.Equal(values.Order().Distinct(), values);
        Assert.Equal("complete", events[^1].GetProperty("result").GetProperty("resultType").GetString());
    }

    [Fact]
    public async Task Call_SeenByLegacyClients_HasNoModernFields()
    {
        var session = await Raw.InitializeAsync(_host.Http, "2025-06-18");
        using var answer = await _host.Http.SendAsync(
            Raw.Post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", ("Mcp-Session-Id", session)), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");

        Assert.Equal(["tools"], result.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task ClosedStream_StopsTheTool()
    {
        var request = Raw.Post(
            Raw.ModernBody("tools/call", ",\"name\":\"hang\"", meta: ",\"progressToken\":1"),
            ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "hang"));
        var answer = await _host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await _host.Tools.Hang.Started.Task.WaitAsync(Cancel);
        answer.Dispose();

        await _host.Tools.Hang.Stopped.Task.WaitAsync(Cancel);
    }

    // One server works on all of these, and every client numbers its own requests.
    [Fact]
    public async Task Requests_WithTheSameIds_AreAnsweredEachToItsSender()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var id = number % 2 == 0 ? "1" : "\"1\"";
            var request = Raw.ModernPost(
                "tools/call", $",\"name\":\"echo\",\"arguments\":{{\"text\":\"n{number}\"}}", id, name: "echo");
            using var answer = await _host.Http.SendAsync(request, Cancel);
            var json = await Raw.JsonAsync(answer);
            return (Sent: (id, $"n{number}"), Got: (json.GetProperty("id").GetRawText(),
                json.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()));
        }));

        Assert.All(answers, answer => Assert.Equal(answer.Sent, answer.Got));
    }

    [Fact]
    public async Task ClosedStream_StopsNoOtherRequest_OfTheSameId()
    {
        var steps = _host.Http.SendAsync(Raw.ModernPost("tools/call", ",\"name\":\"steps\"", name: "steps"), Cancel);
        var request = Raw.Post(
            Raw.ModernBody("tools/call", ",\"name\":\"hang\"", meta: ",\"progressToken\":1"),
            ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "hang"));
        var hang = await _host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await _host.Tools.Hang.Started.Task.WaitAsync(Cancel);
        hang.Dispose();
        await _host.Tools.Hang.Stopped.Task.WaitAsync(Cancel);
        _host.Tools.Steps.LetGo();
        using var answer = await steps;

        var result = (await Raw.JsonAsync(answer)).GetProperty("result");
        Assert.Equal("stepped", result.GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Listen_AcknowledgesFirst_AndEndsWhenTheServerStops()
    {
        using var answer = await _host.Http.SendAsync(
            Raw.ModernPost("subscriptions/listen", ",\"notifications\":{\"toolsListChanged\":true}", id: "\"sub\""),
            HttpCompletionOption.ResponseHeadersRead, Cancel);
        _host.Lifetime.StopApplication();
        var events = await ReadEventsAsync(answer);

        Assert.Equal("notifications/subscriptions/acknowledged", events[0].GetProperty("method").GetString());
        var parameters = events[0].GetProperty("params");
        Assert.Equal("{}", parameters.GetProperty("notifications").GetRawText());
        var tag = parameters.GetProperty("_meta").GetProperty("io.modelcontextprotocol/subscriptionId");
        Assert.Equal("sub", tag.GetString());
        Assert.Equal("sub", events[^1].GetProperty("id").GetString());
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
            request.Headers.TryAddWithoutValidation(name, value);
    }

    private static async Task<List<JsonElement>> ReadEventsAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return [.. text.Split('\n')
            .Where(line => line.StartsWith("data: ", StringComparison.Ordinal) && line.Length > 6)
            .Select(line => JsonElement.Parse(line[6..]))];
    }
}
