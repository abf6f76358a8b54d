using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>The guide's client patterns, with the public clients it names, unmodified.</summary>
public sealed class StreamClientTests
{
    private const string Chart = """{"symbol":"DEMO:CLIENTS","interval":"1h","indicators":[{"type":"rsi"}]}""";

    // Guide: cURL Testing: curl -N http://localhost:3001/mcp/events/test-client
    [Fact]
    public async Task Curl_SeesTheStepsOfAChart_WithoutBuffering()
    {
        string curl = Command.Require("curl", "curl");
        await AssertClientSeesAChartAsync(url => Command.Start(curl, ["-sN", "--max-time", "60", url]), ParseEventStream);
    }

    // Guide: Node.js: import EventSource from 'eventsource'
    [Fact]
    public async Task NodeEventSource_SeesTheStepsOfAChart_WhenImportedAsTheGuideWritesIt() =>
        await AssertNodeClientAsync("eventsource");

    [Fact]
    public async Task NodeEventSource_SeesTheStepsOfAChart_InItsCurrentVersion() =>
        await AssertNodeClientAsync("eventsource-current");

    // Guide: Python: requests.get(sse_url, stream=True)
    [Fact]
    public async Task PythonRequests_SeesTheStepsOfAChart_ReadingLines()
    {
        Assert.SkipUnless(
            (await Command.RunAsync("/usr/bin/python3", ["-c", "import requests"])).ExitCode == 0,
            "python3-requests is not installed");
        string script = Path.Combine(Checkout.Clients, "listen.py");
        await AssertClientSeesAChartAsync(url => Command.Start("/usr/bin/python3", [script, url]), ParseJsonLine);
    }

    // Guide: Browser JavaScript: new EventSource(…).addEventListener('chart_progress', …)
    [Fact]
    public async Task BrowserEventSource_SeesTheStepsOfAChart_FromTheServersOwnPage()
    {
        await using Browser browser = await Browser.StartAsync();
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        await AssertBrowserSeesAChartAsync(browser, page: server.Address, server);
    }

    // Guide: CORS headers configured for cross-origin access
    [Fact]
    public async Task BrowserEventSource_SeesTheStepsOfAChart_FromAPageOfAnotherLoopbackOrigin()
    {
        await using Browser browser = await Browser.StartAsync();
        using var state = new ScratchFolder();
        using var otherState = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        await using ServerProcess page = await ServerProcess.StartAsync(otherState.Path);
        await AssertBrowserSeesAChartAsync(browser, page.Address, server);
    }

    private static async Task AssertNodeClientAsync(string package)
    {
        string node = Command.Require("node", "nodejs");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Checkout.Clients, "node_modules", package)),
            $"npm package {package} is not installed (npm ci in tests/clients)");
        string script = Path.Combine(Checkout.Clients, "listen.mjs");
        await AssertClientSeesAChartAsync(
            url => Command.Start(node, [script, url, package], workingDirectory: Checkout.Clients), ParseJsonLine);
    }

    /// <summary>Starts a listener, draws once it is connected, and expects the steps while and after.</summary>
    private static async Task AssertClientSeesAChartAsync(
        Func<string, System.Diagnostics.Process> start, Func<string, (string Name, JsonElement Data)?> parse)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        using System.Diagnostics.Process client = start($"{server.Address}mcp/events/test-client");
        List<string> steps = [];
        Task<JsonElement>? drawing = null;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            string eventName = "";
            while (await client.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("event:", StringComparison.Ordinal)) eventName = line[6..].Trim();
                if (parse(line) is not { } received) continue;
                if (received.Name.Length == 0) received.Name = eventName;
                if (received.Name == "connection")
                {
                    Assert.Equal("connected", received.Data.GetProperty("type").GetString());
                    Assert.Equal("test-client", received.Data.GetProperty("clientId").GetString());
                    drawing = server.DrawAsync(Chart);
                    continue;
                }

                Assert.Equal("chart_progress", received.Name);
                steps.Add(received.Data.GetProperty("data").GetProperty("type").GetString()!);
                if (steps[^1] is "completed" or "failed") break;
            }
        }
        finally
        {
            if (!client.HasExited) client.Kill(entireProcessTree: true);
        }

        Assert.NotNull(drawing);
        await drawing;
        Assert.Equal("queued", steps[0]);
        Assert.Equal("started", steps[1]);
        Assert.Equal("completed", steps[^1]);
    }

    private static async Task AssertBrowserSeesAChartAsync(Browser browser, Uri page, ServerProcess server)
    {
        await browser.GoToAsync(new Uri(page, "mcp/health"));
        string answer = await browser.EvaluateAsync($$"""
            new Promise((done, fail) => {
              const seen = [];
              const source = new EventSource('{{server.Address}}mcp/events/my-client');
              source.onerror = () => fail(new Error('stream error after ' + JSON.stringify(seen)));
              source.addEventListener('connection', () => {
                seen.push('connection');
                fetch('{{server.Address}}mcp/tools/call', {
                  method: 'POST',
                  headers: { 'Content-Type': 'application/json', 'X-Client-Id': 'my-client' },
                  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call',
                    params: { name: 'generate_chart', arguments: {{Chart}} } }),
                }).then(response => response.json()).then(json => { if (json.error) fail(new Error(JSON.stringify(json))); }, fail);
              });
              source.addEventListener('chart_progress', event => {
                const step = JSON.parse(event.data).data.type;
                seen.push(step);
                if (step === 'completed' || step === 'failed') { source.close(); done(seen.join(' ')); }
              });
            })
            """);
        Assert.StartsWith("connection queued started", answer, StringComparison.Ordinal);
        Assert.EndsWith("completed", answer, StringComparison.Ordinal);
    }

    private static (string Name, JsonElement Data)? ParseJsonLine(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return (document.RootElement.GetProperty("name").GetString()!, document.RootElement.GetProperty("data").Clone());
    }

    private static (string Name, JsonElement Data)? ParseEventStream(string line)
    {
        if (!line.StartsWith("data:", StringComparison.Ordinal)) return null;
        using JsonDocument document = JsonDocument.Parse(line[5..]);
        return ("", document.RootElement.Clone());
    }
}
