using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Tells bars and indicator values as numbers, without a picture.</summary>
public sealed class GetMarketDataTool(ChartEngine engine) : ChartTool(engine)
{
    private const int DefaultBars = 100;

    private readonly SymbolQuestion _question = new(engine);

    /// <summary>Rows beyond this many stay out of the text; structured content has all of them.</summary>
    private const int RowsInText = 10;

    /// <inheritdoc/>
    public override string Name => "get_market_data";

    /// <inheritdoc/>
    public override string Title => "Get market data";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Numbers;

    /// <inheritdoc/>
    public override string Description =>
        "Bars (open, high, low, close, volume) and indicator values of a symbol as numbers, newest last, without a "
        + "picture. Takes symbol, interval, range or bars, timezone and indicators as generate_chart does; "
        + "100 bars unless range or bars say otherwise.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => MarketDataArguments.Schema;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.MarketData;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Get market data");

    /// <inheritdoc/>
    protected override bool ChecksArguments => true;

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        call = await _question.SettleAsync(
            call, static arguments => MarketDataArguments.Read(arguments, DefaultBars), cancellationToken);
        ChartRequest request = MarketDataArguments.Read(call.Arguments, DefaultBars);
        ChartNumbers numbers = await Engine.Local.ReadAsync(request, cancellationToken);
        return ToolAnswers.Of(TextOf(numbers), json => ChartRecordJson.WriteNumbers(json, numbers));
    }

    private static string TextOf(ChartNumbers numbers)
    {
        List<string> lines = [.. ChartText.NumberLines(numbers.Report), .. numbers.TextTable.Split('\n')];
        ChartTable table = numbers.Table;
        int first = Math.Max(0, table.RowCount - RowsInText);
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The last {table.RowCount - first} of {table.RowCount} rows; structuredContent has all of them:"));
        lines.Add(string.Join(" | ", table.Columns.Select(static column => column.Name).Prepend("time")));
        for (int row = first; row < table.RowCount; row++) lines.Add(RowOf(table, row, numbers.Report.PriceDecimals));
        return string.Join('\n', lines);
    }

    private static string RowOf(ChartTable table, int row, int? decimals) => string.Join(
        " | ",
        table.Columns.Select(column => CellOf(column, row, decimals)).Prepend(table.Times[row]));

    private static string CellOf(ChartColumn column, int row, int? decimals)
    {
        double value = column.Values[row];
        if (!double.IsFinite(value)) return "–";
        bool isPrice = column.Name is "open" or "high" or "low" or "close";
        return isPrice && decimals is { } count
            ? value.ToString("F" + count, CultureInfo.InvariantCulture)
            : ChartText.Number(value);
    }
}
