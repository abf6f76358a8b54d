namespace Chartcast.StartupBenchmark;

/// <summary>What is written to a program's input, and which line of its output ends the measurement.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Steps">Lines to write, each after the answer to the one before; none waits for the first line.</param>
internal sealed record StartupQuestion(string Name, IReadOnlyList<string> Steps)
{
    private const string ModernParams =
        """{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","""
        + """ "io.modelcontextprotocol/clientInfo":{"name":"benchmark","version":"1"},"""
        + """ "io.modelcontextprotocol/clientCapabilities":{}}}""";

    private const string InitializeLine =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","""
        + """ "capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}""";

    private const string DiscoverLine =
        $$"""{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{{ModernParams}} }""";

    public static StartupQuestion Line { get; } = new("first line", []);

    public static StartupQuestion Initialize { get; } = new("`initialize`", [InitializeLine]);

    public static StartupQuestion Discover { get; } = new("`server/discover`", [DiscoverLine]);

    public static StartupQuestion InitializeAndList { get; } = new(
        "`initialize`, `tools/list`",
        [
            InitializeLine,
            """
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """,
        ]);

    public static StartupQuestion DiscoverAndList { get; } = new(
        "`server/discover`, `tools/list`",
        [DiscoverLine, $$"""{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{{ModernParams}} }"""]);
}
