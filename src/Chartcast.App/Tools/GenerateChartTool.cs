using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Draws a chart and answers with picture and numbers.</summary>
public sealed class GenerateChartTool(ChartEngine engine) : DrawingTool(engine)
{
    private readonly SymbolQuestion _question = new(engine);

    /// <inheritdoc/>
    public override string Name => "generate_chart";

    /// <inheritdoc/>
    public override string Title => "Generate a chart";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Chart;

    /// <inheritdoc/>
    public override string Description =>
        "Draws a market chart of a symbol and answers with the picture and the exact numbers behind it: last bar, "
        + "change, indicator values, source and warnings. Symbols are EXCHANGE:SYMBOL (get_available_symbols lists "
        + "what is here without a data service); DEMO:<any> is made-up sample data. Progress is told while it works.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ChartRequestSchema.Arguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.GeneratedChart;

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        call = await _question.SettleAsync(
            call, static arguments => ChartRequestReader.Read(arguments), cancellationToken);
        ChartRequest request = ChartRequestReader.Read(call.Arguments);
        ChartDelivery delivery = ClientDelivery.Of(call, Engine.Options.Delivery);
        if (delivery.DryRun) return DryRun(request, delivery);
        return await DrawAsync(request, delivery, call, cancellationToken);
    }

    private CallToolResult DryRun(ChartRequest request, ChartDelivery delivery)
    {
        IChartProvider provider = Engine.Providers.Choose(request);
        ChartImgPreview? preview = provider.Name == ChartImgProvider.WireName && Engine.ChartImg is { } chartImg
            ? chartImg.Provider.Preview(request)
            : null;
        var plan = new DryRun(request, provider.Name, preview);
        if (plan.Provider == Engine.Local.Name) plan.Warnings.AddRange(LocalWarnings(request));
        if (Math.Max(plan.WidthPx, plan.HeightPx) > delivery.MaxEdgePx)
        {
            plan.Warnings.Add(
                "The picture is longer than maxEdgePx: the answer would hold a smaller one, the link the full one.");
        }

        return ToolAnswers.Of(plan.Text, plan.Write);
    }

    private IEnumerable<string> LocalWarnings(ChartRequest request)
    {
        bool isCovered = Engine.Feeds.Covers(request.Symbol);
        bool isSample = request.Symbol.LocalExchange == Generation.MarketData.Symbol.DemoExchange
            || (!isCovered && Engine.Feeds.IsDemo);
        if (!isCovered && !isSample) yield return $"No feed knows {request.Symbol}: the chart would fail.";
        if (isSample) yield return "The bars would be made-up sample data.";
    }
}
