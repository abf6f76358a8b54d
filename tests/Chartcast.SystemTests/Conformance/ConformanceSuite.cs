using System.Text.Json;
using System.Text.RegularExpressions;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Conformance;

/// <summary>One check that the suite made.</summary>
/// <param name="Scenario">The scenario it belongs to.</param>
/// <param name="Id">Its id within the scenario; ids can repeat.</param>
/// <param name="Status">SUCCESS, FAILURE, WARNING, SKIPPED or INFO.</param>
/// <param name="Message">What is wrong, in the suite's words; null when nothing is.</param>
public sealed record ConformanceCheck(string Scenario, string Id, string Status, string? Message)
{
    public override string ToString() => $"{Status} {Scenario} · {Id}: {Message}";
}

/// <summary>Runs the public conformance suite against a server and reads everything it wrote.</summary>
public static partial class ConformanceSuite
{
    private const string Package = "@modelcontextprotocol/conformance";

    /// <summary>Runs scenarios.</summary>
    /// <param name="endpoint">The server's MCP endpoint.</param>
    /// <param name="choice">Which scenarios, as the suite's command line has them.</param>
    /// <returns>Every check of every scenario; the suite's own exit code does not tell warnings.</returns>
    public static async Task<(CommandResult Run, IReadOnlyList<ConformanceCheck> Checks)> RunAsync(
        Uri endpoint, params string[] choice)
    {
        string node = McpSoftware.Node;
        string suite = McpSoftware.Program("conformance", Package);
        using var results = new ScratchFolder();
        CommandResult run = await Command.RunAsync(
            node, [suite, "server", "--url", endpoint.ToString(), "--output-dir", results.Path, .. choice]);
        List<ConformanceCheck> checks = [];
        foreach (string folder in Directory.EnumerateDirectories(results.Path).Order(StringComparer.Ordinal))
        {
            Match name = ResultFolder().Match(Path.GetFileName(folder));
            string text = await File.ReadAllTextAsync(
                Path.Combine(folder, "checks.json"), TestContext.Current.CancellationToken);
            using JsonDocument document = JsonDocument.Parse(text);
            checks.AddRange(document.RootElement.EnumerateArray().Select(check => Read(name.Groups[1].Value, check)));
        }

        return (run, checks);
    }

    private static ConformanceCheck Read(string scenario, JsonElement check) => new(
        scenario,
        check.GetProperty("id").GetString()!,
        check.GetProperty("status").GetString()!,
        check.TryGetProperty("errorMessage", out JsonElement message) ? message.GetString() : null);

    [GeneratedRegex(@"^server-(.+)-\d{4}-\d\d-\d\dT[\d-]+Z$")]
    private static partial Regex ResultFolder();
}
