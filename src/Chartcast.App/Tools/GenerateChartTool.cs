using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers;
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
        bool isLocal = provider.Name == Engine.Local.Name;
        bool isCovered = !isLocal || Engine.Feeds.Covers(request.Symbol);
        bool isSample = isLocal && (request.Symbol.LocalExchange == Generation.MarketData.Symbol.DemoExchange
            || (!isCovered && Engine.Feeds.IsDemo));
        int widthPx = request.WidthPx * request.PixelRatio;
        int heightPx = request.HeightPx * request.PixelRatio;
        var warnings = new List<string>();
        if (!isCovered && !isSample) warnings.Add($"No feed knows {request.Symbol}: the chart would fail.");
        if (isSample) warnings.Add("The bars would be made-up sample data.");
        if (Math.Max(widthPx, heightPx) > delivery.MaxEdgePx)
        {
            warnings.Add(
                "The picture is longer than maxEdgePx: the answer would hold a smaller one, the link the full one.");
        }

        string text = $"Dry run, nothing was made: {provider.Name} would draw {request.Symbol} {request.Interval} "
            + $"at {widthPx}×{heightPx} px. {string.Join(' ', warnings)}".TrimEnd();
        return ToolAnswers.Of(text, json => WriteDryRun(json, request, provider.Name, warnings));
    }

    private static void WriteDryRun(Utf8JsonWriter json, ChartRequest request, string provider, List<string> warnings)
    {
        json.WriteStartObject();
        json.WriteBoolean("dryRun"u8, true);
        json.WriteString("symbol"u8, request.Symbol.ToString());
        json.WriteString("interval"u8, request.Interval.ToString());
        json.WriteString("provider"u8, provider);
        json.WriteStartObject("image"u8);
        json.WriteString("mimeType"u8, ChartImage.MimeTypeOf(request.Format));
        json.WriteNumber("widthPx"u8, request.WidthPx * request.PixelRatio);
        json.WriteNumber("heightPx"u8, request.HeightPx * request.PixelRatio);
        json.WriteEndObject();
        json.WriteStartArray("warnings"u8);
        foreach (string warning in warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
