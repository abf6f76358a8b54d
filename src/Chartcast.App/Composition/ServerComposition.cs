using System.Reflection;
using Chartcast.App.Engines;
using Chartcast.App.Prompts;
using Chartcast.App.Tools;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Composition;

/// <summary>What the MCP server is and offers, the same over every transport.</summary>
internal static class ServerComposition
{
    private const string Instructions =
        "Chartcast draws market charts and tells the numbers behind them. Ask generate_chart with a symbol as "
        + "EXCHANGE:SYMBOL and an interval such as 1D or 4h (1m is a minute, 1M a month); add indicators such as "
        + "{\"type\":\"sma\",\"period\":20}. get_available_symbols lists what this server has data for. Quote numbers "
        + "from structuredContent rather than reading them off the picture. "
        + "Bars marked as sample data are made up: say so.";

    /// <summary>The version of this program, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } = VersionOf(typeof(ServerComposition).Assembly);

    private static readonly McpPrompt[] Prompts =
    [
        new AnalyzeChartPrompt(), new CompareSymbolsPrompt(), new TimeframesPrompt(), new MorningBriefPrompt(),
    ];

    public static McpServerDefinition Build(ChartEngine engine) => new()
    {
        ServerInfo = new Implementation
        {
            Name = "chartcast",
            Title = "Chartcast",
            Version = Version,
            Description = "Market charts with the numbers behind them, over MCP, HTTP and the command line.",
        },
        Instructions = Instructions,
        Tools = new ToolCatalog(
        [
            new GenerateChartTool(engine),
            new GetChartStatusTool(engine),
            new GetAvailableSymbolsTool(engine),
            new GetRecentRequestsTool(engine),
            new HealthCheckTool(engine, Version),
            new DescribeChartOptionsTool(engine),
            new GetMarketDataTool(engine),
            new GenerateChartSheetTool(engine),
        ]),
        Resources = new ChartResources(engine, new ChartFiles(engine)),
        Prompts = Prompts,
        Completions = new PromptCompletions(engine, Prompts),
        Changes = ChartChanges.Follow(engine),
    };

    private static string VersionOf(Assembly assembly)
    {
        string version =
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        int build = version.IndexOf('+', StringComparison.Ordinal);
        return build < 0 ? version : version[..build];
    }
}
