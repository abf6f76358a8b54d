using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Draws several charts into one picture.</summary>
public sealed class GenerateChartSheetTool(ChartEngine engine) : DrawingTool(engine)
{
    /// <inheritdoc/>
    public override string Name => "generate_chart_sheet";

    /// <inheritdoc/>
    public override string Title => "Generate a chart sheet";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Sheet;

    /// <inheritdoc/>
    public override string Description =>
        "Draws 1 to 16 charts (several symbols, or one symbol at several intervals) into one picture with a shared "
        + "legend, and tells the numbers of each. A chart that cannot be drawn says why at its place; the others are "
        + "drawn all the same.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => SheetRequestSchema.Arguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Sheet;

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ChartRequest request = SheetRequestReader.Read(call.Arguments);
        return await DrawAsync(request, ClientDelivery.Of(call, Engine.Options.Delivery), call, cancellationToken);
    }
}
