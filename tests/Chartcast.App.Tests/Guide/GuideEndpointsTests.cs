using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Guide;

public sealed class GuideEndpointsTests
{
    private static readonly string[] GuideTools =
        ["generate_chart", "get_chart_status", "get_available_symbols", "get_recent_requests", "health_check"];

    [Fact]
    [GuideSentence("Initialize: POST /mcp/initialize")]
    public async Task Initialize_TellsVersionServerAndStream()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement answer = await app.PostJsonAsync("/mcp/initialize", """
            {"jsonrpc":"2.0","id":"x","method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},
             "clientInfo":{"name":"test","version":"1"}}}
            """);
        Assert.Equal("x", answer.GetProperty("id").GetString());
        JsonElement result = answer.GetProperty("result");
        Assert.Equal("2024-11-05", result.GetProperty("protocolVersion").GetString());
        Assert.Equal("chartcast", result.GetProperty("serverInfo").GetProperty("name").GetString());
        Assert.Equal(
            "http://localhost/mcp/events/{clientId}", result.GetProperty("eventStream").GetProperty("url").GetString());
    }

    [Fact]
    [GuideSentence("List Tools: POST /mcp/tools/list")]
    [GuideSentence("Available Tools: generate_chart, get_chart_status, get_available_symbols, get_recent_requests, health_check")]
    public async Task ToolsList_HasTheGuidesTools()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement answer = await app.PostJsonAsync("/mcp/tools/list", """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        // The guide's tools come first; those beyond it follow.
        Assert.Equal(GuideTools, answer.GetProperty("result").GetProperty("tools").EnumerateArray()
            .Select(tool => tool.GetProperty("name").GetString()).Take(GuideTools.Length));
    }

    [Fact]
    [GuideSentence("All MCP tools work identically whether using STDIO or HTTP transport")]
    public async Task ToolsList_IsTheSameOverStdio()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement http = await app.PostJsonAsync("/mcp/tools/list", """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""");
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.RunAsync(
            ["stdio", "--state", folder.In("state")],
            new Dictionary<string, string>(),
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}

            """);
        Assert.Equal(0, run.ExitCode);
        Assert.False(Directory.Exists(folder.In("state")), "Listing tools must leave no trace.");
        JsonElement[] messages = [.. run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement stdio = messages.Single(message => message.TryGetProperty("id", out JsonElement id) && id.GetInt32() == 2);
        Assert.True(JsonElement.DeepEquals(
            http.GetProperty("result").GetProperty("tools"), stdio.GetProperty("result").GetProperty("tools")));
    }

    [Fact]
    [GuideSentence("Call Tool: POST /mcp/tools/call")]
    [GuideSentence("Tool Call Format: jsonrpc, id, method tools/call, params.name, params.arguments")]
    public async Task ToolCall_InTheGuidesFormat_AnswersWithTheChart()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        JsonElement answer = await app.PostJsonAsync("/mcp/tools/call", """
            {
              "jsonrpc": "2.0",
              "id": 1,
              "method": "tools/call",
              "params": {
                "name": "generate_chart",
                "arguments": {
                  "symbol": "NASDAQ:AAPL",
                  "interval": "1D",
                  "chartType": "candlestick"
                }
              }
            }
            """);
        Assert.Equal("2.0", answer.GetProperty("jsonrpc").GetString());
        Assert.Equal(1, answer.GetProperty("id").GetInt32());
        JsonElement content = answer.GetProperty("result").GetProperty("content");
        Assert.Equal(["text", "image", "resource_link"], content.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        byte[] picture = Convert.FromBase64String(content[1].GetProperty("data").GetString()!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.Contains("SAMPLE DATA", content[0].GetProperty("text").GetString());
    }

    [Fact]
    [GuideSentence("Tool Execution Errors: code -32603, message \"Tool execution error: Chart generation failed\", data upstream's words")]
    public async Task ToolFailure_IsTheGuidesError()
    {
        await using TestApp app = await TestApp.StartAsync(tools: [ScriptedTool.Refused("Chart-IMG API error: Invalid symbol format")]);
        JsonElement answer = await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL"}""");
        Assert.Equal(
            """{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"Tool execution error: Chart generation failed","data":"Chart-IMG API error: Invalid symbol format"}}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task ToolFailure_HasOurWords_WhenNoUpstreamSpoke()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement error = (await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:NOSUCH"}""")).GetProperty("error");
        Assert.Equal(-32603, error.GetProperty("code").GetInt32());
        Assert.Contains("NASDAQ:NOSUCH", error.GetProperty("data").GetString());
    }

    [Fact]
    [GuideSentence("curl /mcp/health returns status, timestamp, clientCount, chartServiceConfigured")]
    public async Task Health_BeginsWithTheGuidesFourMembers()
    {
        await using TestApp app = await TestApp.StartAsync();
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        await events.NextOfAsync("connection");
        using HttpResponseMessage response = await app.GetAsync("/mcp/health");
        JsonElement health = await TestApp.JsonOf(response);
        Assert.StartsWith(
            """{"status":"healthy","timestamp":"2026-01-15T15:00:00.000Z","clientCount":1,"chartServiceConfigured":true""",
            health.GetRawText());
    }

    [Fact]
    [GuideSentence("No authentication required for tool access")]
    [GuideSentence("Language Agnostic - Any HTTP client can connect")]
    public async Task Tools_NeedNoAuthentication()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement answer = await app.CallAsync("health_check", "{}");
        Assert.True(answer.TryGetProperty("result", out _));
    }

    [Theory]
    [InlineData("/", "GET")]
    [InlineData("/mcp/health", "GET")]
    [InlineData("/mcp/events/a", "GET")]
    [InlineData("/mcp/tools/call", "POST")]
    [GuideSentence("CORS headers configured for cross-origin access")]
    public async Task Cors_AllowsConfiguredPages(string path, string method)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { AllowedOrigins = "https://example.org" });
        using HttpClient client = app.Client();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", method);
        using HttpResponseMessage answer = await client.SendAsync(preflight, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("https://example.org", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    [GuideSentence("Chart-IMG API key secured server-side")]
    public async Task Key_IsNowhereToBeSeen()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            ChartImgApiKey = TestApp.Key,
            ChartImgBaseUrl = new Uri("http://127.0.0.1:9/"),
        });
        var seen = new List<string>();
        foreach (string path in new[] { "/", "/mcp/health", "/readyz" })
        {
            using HttpResponseMessage response = await app.GetAsync(path);
            seen.Add(response + await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        seen.Add((await app.CallAsync("health_check", "{}")).GetRawText());
        seen.Add((await app.CallAsync("get_available_symbols", "{}")).GetRawText());
        seen.Add(app.Log.Text);
        seen.Add(app.Engine.Options with { ChartImgApiKey = null } + "");
        Assert.All(seen, text => Assert.DoesNotContain(TestApp.Key, text, StringComparison.Ordinal));
        Assert.Contains(seen, text => text.Contains("chart-img", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Root_TellsWhatIsHere()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync("/");
        JsonElement information = await TestApp.JsonOf(response);
        Assert.Equal("chartcast", information.GetProperty("name").GetString());
        Assert.Equal(
            app.Definition.Tools.Tools.Select(tool => tool.Name),
            information.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()));
    }

    [Fact]
    [GuideSentence("SSE connection/disconnection events (logged)")]
    [GuideSentence("Tool execution timing and results (logged)")]
    public async Task Log_HasStreamsAndToolTimings()
    {
        await using TestApp app = await TestApp.StartAsync();
        using (EventReader events = await app.ListenAsync("/mcp/events/watcher")) await events.NextOfAsync("connection");
        await app.CallAsync("health_check", "{}");
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:NOSUCH"}""");
        Assert.Contains("Stream opened for watcher, 1 listening", app.Log.Text);
        Assert.Matches(@"Tool health_check over guide for - took [\d.]+ ms: ok", app.Log.Text);
        Assert.Matches(@"Tool generate_chart over guide for - took [\d.]+ ms: unknown_symbol", app.Log.Text);
    }

    [Fact]
    [GuideSentence("Error details with stack traces (logged)")]
    public async Task BrokenTool_IsLoggedWithItsTrace_AndToldAsAnIncident()
    {
        await using TestApp app = await TestApp.StartAsync(
            tools: [new ScriptedTool("generate_chart", _ => throw new InvalidOperationException("inner words"))]);
        using HttpResponseMessage response = await app.PostAsync(
            "/mcp/tools/call",
            """{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"generate_chart"}}""");
        JsonElement answer = await TestApp.JsonOf(response);
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal(7, answer.GetProperty("id").GetInt32());
        Assert.Equal(-32603, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.DoesNotContain("inner words", answer.GetRawText());
        Assert.Contains("at Chartcast.", app.Log.Text);
        Assert.Contains("inner words", app.Log.Text);
    }
}
