using Chartcast.Mcp.Security;
using Chartcast.Mcp.Security.OAuth;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Security.OAuth;

/// <summary>What refused callers are told, letter by letter.</summary>
public sealed class ChallengeTests
{
    private const string Metadata = "resource_metadata=\"https://notes.example/.well-known/oauth-protected-resource/mcp\"";
    private const string Basic = "scope=\"notes:read notes:write\"";
    private const string Shared = "0123456789abcdef-token";

    private readonly TestIssuer _issuer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutAToken_ClientsLearnWhereToAsk()
    {
        await using var host = await StartAsync();
        await ToldAsync(host, [], 401, $"Bearer {Metadata}, {Basic}");
        await ToldAsync(host, ["Basic YTpi"], 401, $"Bearer {Metadata}, {Basic}");
        await ToldAsync(host, ["DPoP " + _issuer.Token()], 401, $"Bearer {Metadata}, {Basic}");
    }

    [Fact]
    public async Task TokensElsewhere_AreNotLookedAt()
    {
        await using var host = await StartAsync();
        foreach (var name in (string[])["access_token", "token", "authorization"])
        {
            using var request = Raw.ModernPost("tools/list");
            request.RequestUri = new Uri($"/mcp?{name}={_issuer.Token()}", UriKind.Relative);
            request.Headers.TryAddWithoutValidation("Cookie", $"{name}={_issuer.Token()}");
            using var answer = await host.Http.SendAsync(request, Cancel);

            Assert.Equal(401, (int)answer.StatusCode);
            Assert.Equal($"Bearer {Metadata}, {Basic}", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task BadTokens_AreToldWhatIsWrong()
    {
        await using var host = await StartAsync();
        await ToldAsync(
            host, ["Bearer " + _issuer.Token(claims: body => body["exp"] = 1)], 401,
            $"Bearer error=\"invalid_token\", error_description=\"The token has expired.\", {Metadata}, {Basic}");
        await ToldAsync(
            host, ["Bearer nonsense"], 401,
            $"Bearer error=\"invalid_token\", error_description=\"The token is not a signed JWT.\", {Metadata}, {Basic}");
        Assert.All(Enum.GetValues<TokenFault>(), fault =>
            Assert.DoesNotContain(fault.Sentence(), letter => letter is '"' or '\\' || letter < ' ' || letter > '~'));
    }

    [Fact]
    public async Task MalformedHeaders_Are400()
    {
        await using var host = await StartAsync();
        var told = $"Bearer error=\"invalid_request\", {Metadata}, {Basic}";
        var token = _issuer.Token();
        await ToldAsync(host, ["Bearer " + token, "Bearer " + token], 400, told);
        await ToldAsync(host, ["Bearer " + token, "Basic YTpi"], 400, told);
        await ToldAsync(host, [$"Bearer {token} {token}"], 400, told);
        await ToldAsync(host, ["Bearer"], 400, told);
        await ToldAsync(host, ["Bearer  "], 400, told);
        await ToldAsync(host, [$"Bearer {token}, Bearer {token}"], 400, told);
    }

    [Fact]
    public async Task TooLittleScope_Is403_WithAllThatIsNeeded()
    {
        await using var host = await StartAsync();
        await ToldAsync(
            host, ["Bearer " + _issuer.Token("notes:read")], 403,
            $"Bearer error=\"insufficient_scope\", {Basic}, {Metadata}", tool: "steps");
        await ToldAsync(
            host, ["Bearer " + _issuer.Token("notes:read notes:all")], 403,
            $"Bearer error=\"insufficient_scope\", scope=\"notes:read notes:write notes:all\", {Metadata}", tool: "steps");
        await ToldAsync(
            host, ["Bearer " + _issuer.Token("openid")], 403,
            $"Bearer error=\"insufficient_scope\", scope=\"notes:read\", {Metadata}");
    }

    [Fact]
    public async Task UnreachableIssuers_Are503_AndNoReasonToThrowTheTokenAway()
    {
        _issuer.Answer = (_, _) => throw new HttpRequestException("down");
        await using var host = await StartAsync();
        using var answer = await SendAsync(host, ["Bearer " + _issuer.Token()], "echo");

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal("30", answer.Headers.RetryAfter?.ToString());
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task StaticToken_CountsBesideIssuers_WithAllRights()
    {
        _issuer.Answer = (_, _) => throw new HttpRequestException("down");
        await using var host = await StartAsync(new StaticToken(Shared));
        await ToldAsync(host, ["Bearer " + Shared], 200, "", tool: "fail");
        await ToldAsync(
            host, ["Bearer " + Shared + "x"], 401,
            $"Bearer error=\"invalid_token\", error_description=\"The token is not a signed JWT.\", {Metadata}, {Basic}");
    }

    [Fact]
    public async Task Refusals_CanBeReadByAllowedPages()
    {
        await using var host = await StartAsync();
        using var request = Raw.ModernPost("tools/list");
        request.Headers.Add("Origin", "http://localhost:5173");
        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("http://localhost:5173", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains(
            "WWW-Authenticate", Assert.Single(answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflights_NeedNoToken_AndMayAskForAuthorization()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        request.Headers.Add("Origin", "http://localhost:5173");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var answer = await host.Http.SendAsync(request, Cancel);

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Contains(
            "Authorization", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync(StaticToken? token = null) =>
        TestHost.StartAsync(time: _issuer.Time, bearer: _issuer.Rules(token));

    private static async Task ToldAsync(
        TestHost host, string[] authorization, int status, string challenge, string tool = "echo")
    {
        using var answer = await SendAsync(host, authorization, tool);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(challenge, string.Join(" | ", answer.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values)
            ? values : []));
        Assert.Equal(status != 200, (await Raw.JsonAsync(answer)).TryGetProperty("error", out _));
    }

    private static Task<HttpResponseMessage> SendAsync(TestHost host, string[] authorization, string tool)
    {
        var arguments = tool == "fail" ? """{"how":"result"}""" : """{"text":"x"}""";
        var request = Raw.ModernPost("tools/call", $",\"name\":\"{tool}\",\"arguments\":{arguments}", name: tool);
        foreach (var value in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        return host.Http.SendAsync(request, Cancel);
    }
}
