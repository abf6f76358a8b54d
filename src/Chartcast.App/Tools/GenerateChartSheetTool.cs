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
        ChartDelivery delivery = ClientDelivery.Of(call, WithRoomFor(request.Sheet!.Charts.Count));
        return await DrawAsync(request, delivery, call, cancellationToken);
    }

    // One budget for the whole sheet, whatever it holds: sixteen charts that had to fit a single chart's would not be
    // in the answer at all.
    private ChartDelivery WithRoomFor(int charts)
    {
        const int ChartsABudget = 4;
        ChartDelivery usual = Engine.Options.Delivery;
        long bytes = (long)usual.MaxBytes * Math.Max(charts, ChartsABudget) / ChartsABudget;
        return usual with { MaxBytes = (int)Math.Min(bytes, ChartDelivery.MaximumBytes) };
    }
}
