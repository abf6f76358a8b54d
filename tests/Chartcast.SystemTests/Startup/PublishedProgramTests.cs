using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Startup;

/// <summary>Trimmed and compiled ahead of time, it still does everything.</summary>
public sealed class PublishedProgramTests(PublishedProgram published) : IClassFixture<PublishedProgram>
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","""
        + """ "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Generate =
        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_chart","""
        + """ "arguments":{"symbol":"DEMO:PUBLISHED","indicators":["sma:20","rsi:14"]}}}""";

    [Fact]
    public async Task Stdio_LeavesNoTrace_UntilAToolIsCalled_ThenKeepsTheChart()
    {
        PublishedProgram.Require();
        await using var server = StdioServer.Start(published.Path, ["stdio"]);
        await server.AskAsync(Initialize);
        JsonElement tools = await server.AskAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/list"}""");
        Assert.NotEqual(0, tools.GetProperty("tools").GetArrayLength());
        Assert.Empty(ProcessFacts.OpenPorts(server.Id));
        Assert.Empty(server.Written);

        JsonElement result = await server.AskAsync(Generate);
        Assert.Equal("completed", result.GetProperty("structuredContent").GetProperty("status").GetString());
        Assert.Contains(server.Written, path => path.EndsWith(".db", StringComparison.Ordinal));
        Assert.Equal(0, await server.EndAsync());
    }

    [Fact]
    public async Task NothingOfItsOwn_IsCompiled_BeforeItAnswers()
    {
        PublishedProgram.Require();
        using var folder = new ScratchFolder();
        // The runtime lists every method that it has to compile because no code was made ahead.
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_JitStdOutFile"] = folder.File("compiled.txt"),
            ["DOTNET_JitDisasmSummary"] = "1",
        };
        await using var server = StdioServer.Start(published.Path, ["stdio"], environment);
        await server.AskAsync(Initialize);
        Assert.Equal(0, await server.EndAsync());

        string[] compiled = await File.ReadAllLinesAsync(
            folder.File("compiled.txt"), TestContext.Current.CancellationToken);
        Assert.NotEmpty(compiled);
        // The last is the runtime's own entry points, which trimming hides from the compiler unless it is told.
        string[] ahead =
        [
            "Chartcast.", "ModelContextProtocol.", "System.CommandLine.", "System.Runtime.CompilerServices.CastHelpers:",
        ];
        Assert.DoesNotContain(compiled, line =>
            ahead.Any(name => line.Contains("JIT compiled " + name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Render_WritesAPicture()
    {
        PublishedProgram.Require();
        using var folder = new ScratchFolder();
        string picture = folder.File("chart.png");
        CommandResult run = await Command.RunAsync(
            published.Path, ["render", "DEMO:BTC", "-i", "4h", "--indicator", "rsi", "-o", picture]);
        Assert.True(run.ExitCode == 0, run.Errors);
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        Assert.Equal(signature, File.ReadAllBytes(picture)[..4]);
    }

    [Fact]
    public async Task TheKindThatNeedsARuntime_Runs_AfterTheOtherWasMade()
    {
        PublishedProgram.Require();
        using var folder = new ScratchFolder();
        await PublishedProgram.PublishAsync("--framework-dependent", "linux-x64", folder.Path);
        CommandResult run = await Command.RunAsync(folder.File("chartcast"), ["options", "rsi"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("Relative Strength Index", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AnswersAndDraws()
    {
        PublishedProgram.Require();
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path, program: published.Path);
        string health = await server.Http.GetStringAsync(
            new Uri("mcp/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"healthy\"", health, StringComparison.Ordinal);
        JsonElement chart = await server.DrawAsync("""{"symbol":"DEMO:PUBLISHED"}""");
        Assert.Equal("completed", chart.GetProperty("status").GetString());
        Assert.Equal(0, await server.StopAsync());
    }
}
