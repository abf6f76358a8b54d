using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Tests.Security.OAuth;

namespace Chartcast.Mcp.Tests.Security;

/// <summary>What callers may do, over every revision; whose sessions are whose.</summary>
public sealed class AccessTests
{
    private readonly TestIssuer _issuer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> LegacyRevisions => ["2025-03-26", "2025-06-18", "2025-11-25"];

    [Theory]
    [InlineData("server/discover", "", 200)]
    [InlineData("tools/list", "", 200)]
    [InlineData("resources/list", "", 200)]
    [InlineData("resources/templates/list", "", 200)]
    [InlineData("resources/read", ",\"uri\":\"note://1\"", 200)]
    [InlineData("tools/call", ",\"name\":\"echo\",\"arguments\":{\"text\":\"x\"}", 200)]
    [InlineData("tools/call", ",\"name\":\"nobody\"", 200)]
    [InlineData("tools/call", ",\"name\":\"fail\",\"arguments\":{\"how\":\"result\"}", 403)]
    [InlineData("tasks/get", ",\"taskId\":\"t\"", 400)]
    [InlineData("tasks/update", ",\"taskId\":\"t\"", 403)]
    [InlineData("tasks/cancel", ",\"taskId\":\"t\"", 403)]
    [InlineData("something/new", "", 403)]
    public async Task Readers_MayLook_InTheModernRevision(string method, string members, int status)
    {
        await using var host = await StartAsync();
        var name = members.Contains("uri", StringComparison.Ordinal) ? "note://1"
            : members.Contains("taskId", StringComparison.Ordinal) ? "t"
            : method == "tools/call" ? members.Split('"')[3] : null;

        Assert.Equal(status, await StatusAsync(host, Raw.ModernPost(method, members, name: name), _issuer.Token("notes:read")));
        Assert.NotEqual(403, await StatusAsync(host, Raw.ModernPost(method, members, name: name), _issuer.Token("notes:write")));
        Assert.Equal(403, await StatusAsync(host, Raw.ModernPost(method, members, name: name), _issuer.Token("openid")));
    }

    [Theory]
    [MemberData(nameof(LegacyRevisions))]
    public async Task Readers_MayLook_InSessions(string revision)
    {
        await using var host = await StartAsync();
        var reader = _issuer.Token("notes:read");
        var session = await OpenAsync(host, revision, reader);

        Assert.Equal(202, await StatusAsync(host, InSession(session, """{"jsonrpc":"2.0","method":"notifications/initialized"}"""), reader));
        Assert.Equal(200, await StatusAsync(host, InSession(session, Call(1, "echo", """{"text":"x"}""")), reader));
        Assert.Equal(403, await StatusAsync(host, InSession(session, Call(2, "fail", """{"how":"result"}""")), reader));
        Assert.Equal(202, await StatusAsync(host, InSession(session, """{"jsonrpc":"2.0","id":9,"result":{}}"""), reader));
        // The right belongs to the request, not to the session.
        Assert.Equal(200, await StatusAsync(host, InSession(session, Call(3, "fail", """{"how":"result"}""")), _issuer.Token()));
        Assert.Equal(403, await StatusAsync(host, InSession(session, Call(4, "fail", """{"how":"result"}""")), reader));
        Assert.Equal(204, await StatusAsync(host, InSession(session, "", HttpMethod.Delete), reader));
    }

    [Fact]
    public async Task Batches_NeedWhatAllTheirMessagesNeed()
    {
        await using var host = await StartAsync();
        var reader = _issuer.Token("notes:read");
        var session = await OpenAsync(host, "2025-03-26", reader);
        var looks = Call(1, "echo", """{"text":"x"}""");

        Assert.Equal(200, await StatusAsync(host, InSession(session, $"[{looks},{Call(2, "echo", """{"text":"y"}""")}]"), reader));
        var request = InSession(session, $"[{looks},{Call(2, "fail", """{"how":"result"}""")}]");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + reader);
        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("scope=\"notes:read notes:write\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LegacyRevisions))]
    public async Task Sessions_BelongToTheirSubject(string revision)
    {
        const string Shared = "0123456789abcdef-token";
        await using var host = await StartAsync(new StaticToken(Shared));
        var session = await OpenAsync(host, revision, _issuer.Token());
        var shared = await OpenAsync(host, revision, Shared);
        string[] strangers = [_issuer.Token(subject: "bob"), _issuer.Token("notes:read notes:write notes:all", "eve"), Shared];

        foreach (var stranger in strangers)
        {
            Assert.Equal(404, await StatusAsync(host, InSession(session, Call(1, "echo", """{"text":"x"}""")), stranger));
            Assert.Equal(404, await StatusAsync(host, InSession(session, "", HttpMethod.Get), stranger));
            Assert.Equal(404, await StatusAsync(host, InSession(session, "", HttpMethod.Get, ("Last-Event-ID", "0-0")), stranger));
            Assert.Equal(404, await StatusAsync(host, InSession(session, "", HttpMethod.Delete), stranger));
        }

        Assert.Equal(404, await StatusAsync(host, InSession(shared, Call(1, "echo", """{"text":"x"}""")), _issuer.Token()));
        // A renewed token of the same subject goes on where the old one was.
        _issuer.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(200, await StatusAsync(host, InSession(session, Call(2, "echo", """{"text":"x"}""")), _issuer.Token()));
        Assert.Equal(200, await StatusAsync(host, InSession(shared, Call(2, "echo", """{"text":"x"}""")), Shared));
    }

    [Fact]
    public async Task Tasks_BelongToTheirSubject()
    {
        await using var host = await StartAsync();
        using var created = await SendAsync(
            host, Task("tools/call", ",\"name\":\"job\",\"arguments\":{\"use\":\"always\"}", "job"), _issuer.Token());
        var id = (await Raw.JsonAsync(created)).GetProperty("result").GetProperty("taskId").GetString()!;
        foreach (var (token, isFound) in ((string, bool)[])[
            (_issuer.Token("notes:read"), true), (_issuer.Token(subject: "bob"), false),
            (_issuer.Token("notes:read notes:all", "eve"), false)])
        {
            using var answer = await SendAsync(host, Task("tasks/get", $",\"taskId\":\"{id}\"", id), token);
            Assert.Equal(isFound, (await Raw.JsonAsync(answer)).TryGetProperty("result", out _));
        }

        using (var foreign = await SendAsync(
            host, Task("tasks/cancel", $",\"taskId\":\"{id}\"", id), _issuer.Token(subject: "bob")))
            Assert.Contains("no task of yours", await foreign.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.False(host.Tools.Job.Stopped.Task.IsCompleted);
        Assert.Equal(200, await StatusAsync(host, Task("tasks/cancel", $",\"taskId\":\"{id}\"", id), _issuer.Token()));
        await host.Tools.Job.Stopped.Task.WaitAsync(Cancel);

        static HttpRequestMessage Task(string method, string members, string name) => Raw.ModernPost(
            method, members, name: name, capabilities: "\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}");
    }

    [Fact]
    public async Task SessionIds_AreNoCredentials()
    {
        await using var host = await StartAsync();
        var session = await OpenAsync(host, "2025-11-25", _issuer.Token());
        Assert.Equal(401, await StatusAsync(host, InSession(session, Call(1, "echo", """{"text":"x"}""")), token: null));
    }

    [Fact]
    public async Task UndeclaredRoutes_NeedAllThereIs()
    {
        await using var host = await StartAsync();
        Assert.Equal(403, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Post, "/undeclared"), _issuer.Token("notes:read")));
        Assert.Equal(200, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Post, "/undeclared"), _issuer.Token("notes:write")));
        Assert.Equal(405, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Get, "/undeclared"), _issuer.Token("notes:read")));
        Assert.Equal(404, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Get, "/nowhere"), _issuer.Token("notes:read")));
        Assert.Equal(401, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Get, "/nowhere"), token: null));
        Assert.Equal(200, await StatusAsync(host, new HttpRequestMessage(HttpMethod.Get, "/livez"), token: null));
    }

    [Fact]
    public async Task Tools_NeedAllThereIs_UnlessTheySayOtherwise()
    {
        Assert.Equal(Access.Write, new HangTool().RequiredAccess);
        Assert.Equal(Access.Read, new EchoTool().RequiredAccess);
        await using var host = await StartAsync();
        var call = Raw.ModernPost("tools/call", ",\"name\":\"hang\"", name: "hang");
        Assert.Equal(403, await StatusAsync(host, call, _issuer.Token("notes:read")));
        Assert.False(host.Tools.Hang.Started.Task.IsCompleted);
    }

    [Theory]
    [MemberData(nameof(LegacyRevisions))]
    public async Task SessionStreams_EndWhenTheTokenExpires(string revision)
    {
        await using var host = await StartAsync();
        var session = await OpenAsync(host, revision, _issuer.Token());
        var token = _issuer.Token("notes:read");
        using var stream = await ListenAsync(host, InSession(session, "", HttpMethod.Get), token);
        var rest = stream.Content.ReadAsStringAsync(Cancel);
        _issuer.Time.Advance(TimeSpan.FromSeconds(329));
        Assert.False(rest.IsCompleted);
        _issuer.Time.Advance(TimeSpan.FromSeconds(1));

        await rest;
        Assert.Equal(401, await StatusAsync(host, InSession(session, "", HttpMethod.Get), token));
    }

    [Fact]
    public async Task Listening_EndsWhenTheTokenExpires()
    {
        await using var host = await StartAsync();
        using var stream = await ListenAsync(
            host, Raw.ModernPost("subscriptions/listen", ",\"notifications\":{}"), _issuer.Token("notes:read"));
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancel));
        Assert.Contains("message", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
        _issuer.Time.Advance(TimeSpan.FromSeconds(330));

        Assert.Contains("\"result\"", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync(StaticToken? token = null) =>
        TestHost.StartAsync(time: _issuer.Time, bearer: _issuer.Rules(token));

    private static async Task<HttpResponseMessage> ListenAsync(TestHost host, HttpRequestMessage request, string token)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return answer;
    }

    private static async Task<string> OpenAsync(TestHost host, string revision, string token)
    {
        using var request = Raw.Post(Raw.InitializeBody(revision), ("Authorization", "Bearer " + token));
        using var answer = await host.Http.SendAsync(request, Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Mcp-Session-Id"));
    }

    private static HttpRequestMessage InSession(
        string session, string body, HttpMethod? method = null, params (string, string)[] headers)
    {
        var request = Raw.Post(body, [("Mcp-Session-Id", session), .. headers]);
        request.Method = method ?? HttpMethod.Post;
        if (method is not null)
            request.Content = null;
        return request;
    }

    private static string Call(int id, string tool, string arguments) =>
        $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"{tool}\",\"arguments\":{arguments}}}}}";

    private static async Task<int> StatusAsync(TestHost host, HttpRequestMessage request, string? token)
    {
        using var answer = await SendAsync(host, request, token);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestHost host, HttpRequestMessage request, string? token)
    {
        using (request)
        {
            if (token is not null)
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            return await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        }
    }
}
