using System.Net.Http.Headers;
using System.Text;
using Chartcast.App.Tests.Doubles;
using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Routing;
using Need = Chartcast.Mcp.Security.Access;

namespace Chartcast.App.Tests.Access;

/// <summary>What every tool and every route needs. A new one has to be entered here, and thought about.</summary>
public sealed class ScopeTableTests
{
    private static readonly Dictionary<string, Need> Tools = new(StringComparer.Ordinal)
    {
        ["generate_chart"] = Need.Write,
        ["generate_chart_sheet"] = Need.Write,
        ["get_chart_status"] = Need.Read,
        ["get_available_symbols"] = Need.Read,
        ["get_recent_requests"] = Need.Read,
        ["health_check"] = Need.Read,
        ["describe_chart_options"] = Need.Read,
        ["get_market_data"] = Need.Read,
    };

    // POST /mcp and /mcp/tools/call ask for more by what is in their body: see the tools.
    private static readonly Dictionary<string, Need> Routes = new(StringComparer.Ordinal)
    {
        ["GET /livez"] = Need.None,
        ["HEAD /livez"] = Need.None,
        ["GET /.well-known/oauth-protected-resource"] = Need.None,
        ["HEAD /.well-known/oauth-protected-resource"] = Need.None,
        ["GET /.well-known/oauth-protected-resource/mcp"] = Need.None,
        ["HEAD /.well-known/oauth-protected-resource/mcp"] = Need.None,
        ["GET /"] = Need.Read,
        ["HEAD /"] = Need.Read,
        // The page is without data; what it shows it asks for with a token.
        ["GET /dashboard"] = Need.None,
        ["HEAD /dashboard"] = Need.None,
        ["GET /dashboard/{file}"] = Need.None,
        ["HEAD /dashboard/{file}"] = Need.None,
        ["GET /metrics"] = Need.Read,
        ["HEAD /metrics"] = Need.Read,
        ["GET /readyz"] = Need.Read,
        ["HEAD /readyz"] = Need.Read,
        ["GET /mcp/health"] = Need.Read,
        ["HEAD /mcp/health"] = Need.Read,
        ["GET /mcp/events/{clientId}"] = Need.Read,
        ["POST /mcp/initialize"] = Need.Read,
        ["POST /mcp/tools/list"] = Need.Read,
        ["POST /mcp/tools/call"] = Need.Read,
        ["GET /charts/{file}"] = Need.Read,
        ["HEAD /charts/{file}"] = Need.Read,
        ["POST /mcp"] = Need.Read,
        ["GET /mcp"] = Need.Read,
        ["DELETE /mcp"] = Need.Read,
        ["GET /sse"] = Need.Read,
        ["POST /messages"] = Need.Read,
        ["GET /v1/tradingview/mini-chart"] = Need.Write,
        ["GET /v1/tradingview/mini-chart/storage"] = Need.Write,
        ["GET /v1/tradingview/advanced-chart"] = Need.Write,
        ["GET /v1/tradingview/advanced-chart/storage"] = Need.Write,
        ["POST /v2/tradingview/advanced-chart"] = Need.Write,
        ["POST /v2/tradingview/advanced-chart/storage"] = Need.Write,
        ["POST /v2/tradingview/layout-chart/{id}"] = Need.Write,
        ["POST /v2/tradingview/layout-chart/storage/{id}"] = Need.Write,
        ["GET /v3/tradingview/exchange/list"] = Need.Read,
        ["GET /v3/tradingview/exchange/{id}"] = Need.Read,
        ["ANY /v1/{**path}"] = Need.Read,
        ["ANY /v2/{**path}"] = Need.Read,
        ["ANY /v3/{**path}"] = Need.Read,
        // Whoever has the link of a stored picture may fetch it, as at Chart-IMG.
        ["GET /stored/{date}/{file}"] = Need.None,
        ["HEAD /stored/{date}/{file}"] = Need.None,
    };

    [Fact]
    public async Task EveryToolAndRoute_IsInTheTable()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        Assert.Equal(
            Tools.Keys.Order(StringComparer.Ordinal),
            app.Definition.Tools.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Routes.Keys.Order(StringComparer.Ordinal), RoutesOf(app).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tools_ThatChangeNothing_AreThoseThatReadersMayUse()
    {
        await using TestApp app = await TestApp.StartAsync();
        Assert.All(app.Definition.Tools.Tools, tool => Assert.Equal(
            tool.Annotations?.ReadOnlyHint == true ? Need.Read : Need.Write, tool.RequiredAccess));
    }

    [Theory]
    [InlineData("charts:read", Need.Read)]
    [InlineData("charts:write", Need.Write)]
    [InlineData("charts:all", Need.None)]
    [InlineData("openid profile", Need.None)]
    public async Task Tools_AreOpenToThoseWhoHaveTheScope(string scope, Need granted)
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        string token = issuer.Token("ada", scope);
        foreach (McpTool tool in app.Definition.Tools.Tools)
        {
            bool isAllowed = granted >= Tools[tool.Name];
            using HttpRequestMessage guide = Guide(tool.Name);
            await CheckAsync(app, guide, token, isAllowed, Tools[tool.Name]);
            using HttpRequestMessage modern = Modern(tool.Name);
            await CheckAsync(app, modern, token, isAllowed, Tools[tool.Name]);
            if (granted == Need.None) continue;
            using HttpRequestMessage session = await InSessionAsync(app, token, tool.Name);
            await CheckAsync(app, session, token, isAllowed, Tools[tool.Name]);
        }
    }

    [Theory]
    [InlineData(null, Need.None)]
    [InlineData("openid", Need.None)]
    [InlineData("charts:read", Need.Read)]
    [InlineData("charts:write", Need.Write)]
    public async Task Routes_AreOpenToThoseWhoHaveTheScope(string? scope, Need granted)
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        foreach ((string route, Need needed) in Routes)
        {
            string[] words = route.Split(' ');
            string path = words[1].Replace("{clientId}", "a", StringComparison.Ordinal)
                .Replace("{file}", "req_1.png", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(words[0]), path);
            using HttpResponseMessage response = await SendAsync(app, request, scope is null ? null : issuer.Token("ada", scope));
            int status = (int)response.StatusCode;
            int? refusal = granted >= needed ? null : scope is null ? 401 : 403;
            if (refusal is { } expected) Assert.True(status == expected, $"{route} answered {status}, not {expected}");
            else Assert.True(status is not (401 or 403), $"{route} answered {status}");
        }
    }

    [Fact]
    public async Task StaticToken_OpensEverythingBesideIssuers()
    {
        const string Shared = "0123456789abcdef-token";
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        issuer.KeySet = "broken";
        await using TestApp app = await issuer.StartAppAsync(Shared);
        foreach (string tool in Tools.Keys)
        {
            using HttpRequestMessage request = Guide(tool);
            await CheckAsync(app, request, Shared, isAllowed: true, Tools[tool]);
        }
    }

    private static async Task CheckAsync(
        TestApp app, HttpRequestMessage request, string token, bool isAllowed, Need needed)
    {
        using HttpResponseMessage response = await SendAsync(app, request, token);
        string? challenge = response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out HeaderStringValues told)
            ? told.ToString() : null;
        Assert.Equal(isAllowed ? 200 : 403, (int)response.StatusCode);
        Assert.Equal(challenge is null, isAllowed);
        if (isAllowed) return;
        // Without any scope the route itself refuses, before the body is read.
        Assert.Contains("error=\"insufficient_scope\", scope=\"charts:read", challenge);
        Assert.Contains("resource_metadata=\"http://localhost:3001/.well-known/oauth-protected-resource/mcp\"", challenge);
        if (token.Length > 0 && needed == Need.Write && challenge!.Contains("charts:write", StringComparison.Ordinal))
            Assert.Contains("scope=\"charts:read charts:write\"", challenge);
    }

    private static HttpRequestMessage Guide(string tool) => Post("/mcp/tools/call", Body(tool, meta: ""));

    private static HttpRequestMessage Modern(string tool)
    {
        HttpRequestMessage request = Post("/mcp", Body(tool, """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}},
            """));
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", "tools/call");
        request.Headers.Add("Mcp-Name", tool);
        return request;
    }

    private static async Task<HttpRequestMessage> InSessionAsync(TestApp app, string token, string tool)
    {
        using HttpRequestMessage open = Post("/mcp", """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},
             "clientInfo":{"name":"test","version":"1"} } }
            """);
        using HttpResponseMessage opened = await SendAsync(app, open, token);
        HttpRequestMessage request = Post("/mcp", Body(tool, meta: ""));
        request.Headers.Add("Mcp-Session-Id", opened.Headers.GetValues("Mcp-Session-Id"));
        return request;
    }

    private static string Body(string tool, string meta) =>
        $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{ {{meta}} "name":"{{tool}}","arguments":{"no":"such"} } }""";

    private static HttpRequestMessage Post(string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return request;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, HttpRequestMessage request, string? token)
    {
        HttpClient client = app.Client();
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> RoutesOf(TestApp app) =>
        from endpoint in app.Endpoints
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";
}
