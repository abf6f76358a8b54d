using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.App.Options;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Tells what a chart can be made of: the catalogue, from the entries the engine itself works with.</summary>
public sealed class DescribeChartOptionsTool(ChartEngine engine) : ChartTool(engine)
{
    /// <inheritdoc/>
    public override string Name => "describe_chart_options";

    /// <inheritdoc/>
    public override string Title => "Describe chart options";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Options;

    /// <inheritdoc/>
    public override string Description =>
        "Tells what generate_chart can draw: indicators with their inputs and style keys, drawings, chart types, "
        + "intervals, scales, themes. Without arguments an overview; with a name everything about that one.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ToolSchemas.OptionsArguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Options;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Describe chart options");

    /// <inheritdoc/>
    protected override ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ChartOptions options = ChartOptions.Find(Text(call, "topic"), Text(call, "name"), Text(call, "search"));
        return ValueTask.FromResult(ToolAnswers.Of(options.Text, options.Write));
    }

    private static string? Text(ToolCall call, string name) =>
        call.Arguments.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
