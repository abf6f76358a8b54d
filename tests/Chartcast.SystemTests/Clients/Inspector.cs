using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>The official Inspector's command line against one server.</summary>
/// <param name="target">The server: <c>--transport http URL</c>, <c>--transport sse URL</c>, or
/// <c>--transport stdio</c> and, after <c>--</c>, a command.</param>
/// <param name="era"><c>legacy</c>, <c>auto</c> or <c>modern</c>.</param>
public sealed class Inspector(IReadOnlyList<string> target, string era) : IDisposable
{
    private const string Package = "@modelcontextprotocol/inspector";

    // A busy machine may take long to start a server.
    private const string ConnectTimeoutMs = "60000";

    private readonly ScratchFolder _home = new();

    /// <summary>Calls a method; gives what the Inspector printed.</summary>
    public async Task<CommandResult> RunAsync(string method, params string[] arguments)
    {
        // Options end at "--": what follows is the server's own command.
        int command = target.TakeWhile(word => word != "--").Count();
        return await Command.RunAsync(
            McpSoftware.Node,
            [
                McpSoftware.Program("mcp-inspector", Package), "--cli", .. target.Take(command), "--protocol-era", era,
                "--connect-timeout", ConnectTimeoutMs, "--method", method, .. arguments, .. target.Skip(command),
            ],
            new Dictionary<string, string> { ["HOME"] = _home.Path, ["MCP_INSPECTOR_SECRET_STORE"] = "memory" });
    }

    /// <summary>Calls a method that has to succeed; gives its result.</summary>
    public async Task<JsonElement> CallAsync(string method, params string[] arguments)
    {
        CommandResult run = await RunAsync(method, [.. arguments, "--format", "json", "--quiet"]);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.GetProperty("result").Clone();
    }

    public void Dispose() => _home.Dispose();
}
