using System.Diagnostics;
using System.Text.Json;
using Chartcast.ChartImgFake;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>Both generations of the official TypeScript client, unmodified, over every transport they have.</summary>
[Collection(PublicSoftware.Name)]
public sealed class TypeScriptClientTests
{
    private const string First = "@modelcontextprotocol/sdk";
    private const string Second = "@modelcontextprotocol/client";

    private static readonly string[] Tools =
    [
        "describe_chart_options", "generate_chart", "generate_chart_sheet", "get_available_symbols", "get_chart_status",
        "get_market_data", "get_recent_requests", "health_check",
    ];

    [Theory]
    [InlineData("v1.mjs", First, "", "http", "mcp", "2025-11-25")]
    [InlineData("v1.mjs", First, "", "sse", "sse", "2025-11-25")]
    [InlineData("v2.mjs", Second, "legacy", "http", "mcp", "2025-11-25")]
    [InlineData("v2.mjs", Second, "auto", "http", "mcp", "2026-07-28")]
    [InlineData("v2.mjs", Second, "2026-07-28", "http", "mcp", "2026-07-28")]
    public async Task Http_ListsDrawsReadsAnswersAndLeaves(
        string script, string package, string era, string transport, string endpoint, string revision)
    {
        string path = McpSoftware.Script(script, package);
        using var state = new ScratchFolder();
        await using ChartImgFakeServer upstream = await HangingAsync();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path, environment: KeyFor(upstream));
        CommandResult run = await RunAsync(
            [path, .. Era(era), transport, new Uri(server.Address, endpoint).ToString()], upstream);
        AssertSaw(run, revision);
    }

    [Theory]
    [InlineData("v1.mjs", First, "", "2025-11-25")]
    [InlineData("v2.mjs", Second, "legacy", "2025-11-25")]
    [InlineData("v2.mjs", Second, "auto", "2026-07-28")]
    [InlineData("v2.mjs", Second, "2026-07-28", "2026-07-28")]
    public async Task Stdio_ListsDrawsReadsAnswersAndLeaves(string script, string package, string era, string revision)
    {
        string path = McpSoftware.Script(script, package);
        using var state = new ScratchFolder();
        await using ChartImgFakeServer upstream = await HangingAsync();
        CommandResult run = await RunAsync(
            [path, .. Era(era), "stdio", "dotnet", Checkout.Program, "stdio", "--state", state.Path], upstream);
        AssertSaw(run, revision);
    }

    private static string[] Era(string era) => era.Length == 0 ? [] : [era];

    private static async Task<ChartImgFakeServer> HangingAsync()
    {
        ChartImgFakeServer upstream = await ChartImgFakeServer.StartAsync();
        upstream.State.Script(FakeFault.HangBeforeHeaders);
        return upstream;
    }

    private static Dictionary<string, string> KeyFor(ChartImgFakeServer upstream) => new()
    {
        ["CHART_IMG_API_KEY"] = FakeSettings.DefaultKey,
        ["CHART_IMG_BASE_URL"] = upstream.Address.ToString(),
    };

    /// <summary>Runs a script, and tells it when its endless call has reached the upstream.</summary>
    private static async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, ChartImgFakeServer upstream)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        using Process client = Command.Start(McpSoftware.Node, arguments, KeyFor(upstream), Checkout.McpSoftware);
        try
        {
            Task<string> output = client.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = client.StandardError.ReadToEndAsync(limit.Token);
            Task ended = client.WaitForExitAsync(limit.Token);
            await await Task.WhenAny(upstream.State.NextCallAsync(limit.Token).AsTask(), ended);
            client.StandardInput.Close();
            await ended;
            return new CommandResult(client.ExitCode, await output, await errors);
        }
        finally
        {
            if (!client.HasExited) client.Kill(entireProcessTree: true);
        }
    }

    private static void AssertSaw(CommandResult run, string revision)
    {
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement seen = document.RootElement;
        Assert.Equal(revision, seen.GetProperty("revision").GetString());
        Assert.Equal("chartcast", seen.GetProperty("server").GetString());
        Assert.Equal(Tools, seen.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()!).Order(StringComparer.Ordinal));
        double[] progress = [.. seen.GetProperty("progress").EnumerateArray().Select(value => value.GetDouble())];
        Assert.NotEmpty(progress);
        Assert.All(progress.Zip(progress.Skip(1)), pair => Assert.True(pair.First < pair.Second, run.Output));
        JsonElement picture = seen.GetProperty("picture");
        Assert.Equal((640, 400), (picture.GetProperty("widthPx").GetInt32(), picture.GetProperty("heightPx").GetInt32()));
        JsonElement resource = seen.GetProperty("resource");
        Assert.Equal("image/png", resource.GetProperty("mimeType").GetString());
        Assert.Equal(picture.GetProperty("sha256").GetString(), resource.GetProperty("sha256").GetString());
        Assert.Equal("completed", seen.GetProperty("status").GetString());
        Assert.Equal("DEMO:ASKED", seen.GetProperty("asked").GetString());
        Assert.Equal("aborted", seen.GetProperty("left").GetProperty("seen").GetString());
        Assert.Equal("cancelled", seen.GetProperty("left").GetProperty("status").GetString());
    }
}
