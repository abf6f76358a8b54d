using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Security;

public sealed class SecurityRulesTests
{
    private const string Token = "0123456789abcdef-token";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/mcp")]
    [InlineData("/livez")]
    [InlineData("/no-such-route")]
    public async Task ForeignHost_Is403_OnEveryRoute(string path)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "evil.example";
        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(-32600, (await Raw.JsonAsync(answer)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost.evil.example", 403)]
    [InlineData("http://127.0.0.1.nip.io", 403)]
    [InlineData("http://localhost:3001/", 403)]
    [InlineData("http://user@localhost:3001", 403)]
    [InlineData("file://localhost", 403)]
    [InlineData("http://localhost:3001", 200)]
    [InlineData("http://127.0.0.1:5173", 200)]
    [InlineData("http://[::1]:8080", 200)]
    public async Task Origin_IsMatchedExactly(string origin, int status)
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await SendAsync(host, HttpMethod.Get, ("Origin", origin));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://app.example", "https://app.example", 200)]
    [InlineData("https://app.example, https://b.example", "https://b.example", 200)]
    [InlineData("https://app.example", "https://app.example:8443", 403)]
    [InlineData("*", "https://anything.example", 200)]
    public async Task AllowedOrigins_AreASetting(string setting, string origin, int status)
    {
        await using var host = await TestHost.StartAsync(origins: OriginRules.Parse(setting));
        using var answer = await SendAsync(host, HttpMethod.Get, ("Origin", origin));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 200)
            Assert.Equal(
                setting == "*" ? "*" : origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Preflight_AllowsTheProtocolsHeaders()
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await SendAsync(
            host, HttpMethod.Options, ("Origin", "http://localhost:3001"), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "mcp-param-region, x-evil"));
        var allowed = Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers"));

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Contains("Mcp-Session-Id", allowed, StringComparison.Ordinal);
        Assert.Contains("mcp-param-region", allowed, StringComparison.Ordinal);
        Assert.DoesNotContain("x-evil", allowed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoLengths_Are400AndClose()
    {
        await using var host = await TestHost.StartAsync();
        var context = await host.Server.SendAsync(
            request =>
            {
                request.Request.Method = "POST";
                request.Request.Path = "/livez";
                request.Request.Headers.Host = "localhost";
                request.Request.Headers.TransferEncoding = "chunked";
                request.Request.Headers["X-Content-Length"] = "5";
            },
            Cancel);

        Assert.Equal(400, context.Response.StatusCode);
        Assert.Equal("close", context.Response.Headers.Connection);
    }

    [Theory]
    [InlineData(null, 401, "Bearer")]
    [InlineData("Bearer wrong-token-wrong-token", 401, "Bearer error=\"invalid_token\"")]
    [InlineData("Basic " + Token, 401, "Bearer")]
    [InlineData("Bearer", 400, "Bearer error=\"invalid_request\"")]
    [InlineData("Bearer two words", 400, "Bearer error=\"invalid_request\"")]
    [InlineData("Bearer " + Token, 406, null)]
    [InlineData("bearer " + Token, 406, null)]
    public async Task Token_OpensTheServer(string? authorization, int status, string? challenge)
    {
        await using var host = await TestHost.StartAsync(bearer: new BearerRules(new StaticToken(Token)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mcp");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(challenge, answer.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
    }

    [Fact]
    public async Task OpenPath_NeedsNoToken()
    {
        await using var host = await TestHost.StartAsync(bearer: new BearerRules(new StaticToken(Token)));
        using var answer = await SendAsync(host, HttpMethod.Get);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("https://app.example/path")]
    [InlineData("app.example")]
    [InlineData("*, https://app.example")]
    public void Parse_RefusesWhatIsNoOrigin(string setting) =>
        Assert.Throws<ArgumentException>(() => OriginRules.Parse(setting));

    [Theory]
    [InlineData("https://a")]
    [InlineData("a:80")]
    [InlineData("*.a")]
    [InlineData("")]
    public void HostRules_RefuseWhatIsNoName(string name) =>
        Assert.Throws<ArgumentException>(() => new HostRules(name));

    [Theory]
    [InlineData("short")]
    [InlineData("has blanks in the middle")]
    public void StaticToken_RefusesWeakTokens(string token) =>
        Assert.Throws<ArgumentException>(() => new StaticToken(token));

    private static Task<HttpResponseMessage> SendAsync(
        TestHost host, HttpMethod method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/livez");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return host.Http.SendAsync(request, Cancel);
    }
}
