using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Lists the symbols that can be drawn here.</summary>
public sealed class GetAvailableSymbolsTool(ChartEngine engine) : ChartTool(engine)
{
    private const int DefaultLimit = 50;

    /// <inheritdoc/>
    public override string Name => "get_available_symbols";

    /// <inheritdoc/>
    public override string Title => "Get available symbols";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Search;

    /// <inheritdoc/>
    public override string Description =>
        "Lists the symbols this server has data for, with their intervals; search by text, exchange or type. With a "
        + "Chart-IMG key and an exchange, TradingView's symbols of that exchange are listed, too.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ToolSchemas.SymbolsArguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Symbols;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Get available symbols");

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        string? exchange = Text(call, "exchange");
        IReadOnlyList<SymbolListing> found = await Engine.Feeds.ListAsync(
            Text(call, "search"), exchange, Text(call, "type"), cancellationToken);
        var vendor = new VendorSymbols(Engine.ChartImg);
        found =
        [
            .. found,
            .. await vendor.FindAsync(exchange, Text(call, "search"), Text(call, "type"), cancellationToken),
        ];
        int limit = call.Arguments.TryGetProperty("limit"u8, out JsonElement asked) ? asked.GetInt32() : DefaultLimit;
        SymbolListing[] shown = [.. found.Take(limit)];
        string note = vendor.Note ?? NoteOf(found.Count);
        string cut = shown.Length < found.Count ? FormattableString.Invariant($", the first {shown.Length}") : "";
        var lines = new List<string> { FormattableString.Invariant($"{found.Count} symbols{cut}:") };
        lines.AddRange(shown.Select(symbol => ChartText.OneLine(
            $"{symbol.Symbol} — {symbol.Description} ({symbol.Type}; {string.Join(' ', symbol.Intervals)})")));
        lines.Add(note);
        return ToolAnswers.Of(string.Join('\n', lines), json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total"u8, found.Count);
            json.WriteStartArray("symbols"u8);
            foreach (SymbolListing symbol in shown)
                JsonSerializer.Serialize(json, symbol, AnswerJson.Default.SymbolListing);
            json.WriteEndArray();
            json.WriteString("note"u8, note);
            if (vendor.Exchanges.Count > 0)
            {
                json.WriteStartArray("exchanges"u8);
                foreach (string name in vendor.Exchanges) json.WriteStringValue(name);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private static string? Text(ToolCall call, string name) =>
        call.Arguments.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private string NoteOf(int count)
    {
        if (Engine.Providers.HasChartImg)
            return "Chart-IMG is set up: symbols of TradingView such as NASDAQ:AAPL can be drawn without being "
                + "in this list.";
        string hint = "DEMO:<any name> draws made-up sample data.";
        return count == 0
            ? $"Nothing matches. {hint} Put CSV files into the data folder to have more."
            : hint;
    }
}
