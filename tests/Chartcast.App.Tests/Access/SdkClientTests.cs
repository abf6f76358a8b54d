using Chartcast.App.Tests.Doubles;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tests.Access;

/// <summary>The official client logs in by what this server tells it, and by nothing else.</summary>
public sealed class SdkClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    public async Task Client_FindsTheIssuer_LogsInAndDraws(string revision)
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        await using McpClient client = await ConnectAsync(app, revision, scopes => scopes);
        CallToolResult drawn = await client.CallToolAsync(
            "generate_chart", new Dictionary<string, object?> { ["symbol"] = "FILE:prices" }, cancellationToken: Cancel);

        Assert.NotEqual(true, drawn.IsError);
        Assert.Equal(["charts:read charts:write"], issuer.Asked);
    }

    [Fact]
    public async Task Client_AsksForMore_WhenAToolNeedsMore()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        int logins = 0;
        await using McpClient client = await ConnectAsync(
            app, "2025-11-25", scopes => ++logins == 1 ? ["charts:read"] : scopes);
        Assert.NotEmpty(await client.ListToolsAsync(cancellationToken: Cancel));
        Assert.Equal(["charts:read"], issuer.Asked);
        CallToolResult drawn = await client.CallToolAsync(
            "generate_chart", new Dictionary<string, object?> { ["symbol"] = "FILE:prices" }, cancellationToken: Cancel);

        Assert.NotEqual(true, drawn.IsError);
        Assert.Equal(2, issuer.Asked.Count);
        Assert.Contains("charts:write", issuer.Asked.Last());
    }

    private static Task<McpClient> ConnectAsync(
        TestApp app, string revision, Func<IEnumerable<string>, IEnumerable<string>> choose)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri(LoopbackIssuer.Audience),
            TransportMode = HttpTransportMode.StreamableHttp,
            OAuth = new ClientOAuthOptions
            {
                ClientId = "test",
                RedirectUri = new Uri("http://localhost:1179/callback"),
                ScopeSelector = scopes => choose(scopes ?? []),
                AuthorizationCallbackHandler = LogInAsync,
            },
        };
        var http = new HttpClient(new Roads(app.Handler()) { InnerHandler = new SocketsHttpHandler() });
        return McpClient.CreateAsync(
            new HttpClientTransport(options, http, ownsHttpClient: true),
            new McpClientOptions { ProtocolVersion = revision }, cancellationToken: Cancel);
    }

    /// <summary>The browser: follows the redirect as far as the client's own address.</summary>
    private static async Task<AuthorizationResult?> LogInAsync(
        AuthorizationCallbackContext context, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage answer = await browser.GetAsync(context.AuthorizationUri, cancellationToken);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        return new AuthorizationResult { Code = query["code"], State = query["state"] };
    }

    /// <summary>The program is in memory, the issuer behind a socket.</summary>
    private sealed class Roads(HttpMessageHandler program) : DelegatingHandler
    {
        private readonly HttpMessageInvoker _program = new(program);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.Authority == "localhost:3001"
                ? _program.SendAsync(request, cancellationToken)
                : base.SendAsync(request, cancellationToken);
    }
}
