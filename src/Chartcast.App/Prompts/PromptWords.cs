using System.Text.Json;
using Chartcast.Generation.MarketData;
using Chartcast.Indicators.Bars;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Prompts;

/// <summary>Arguments that prompts share: what they are called, and how their values are read.</summary>
internal static class PromptWords
{
    public const string Symbol = "symbol";
    public const string Symbols = "symbols";
    public const string Interval = "interval";
    public const string Intervals = "intervals";
    public const string Indicators = "indicators";

    /// <summary>Most entries of a list.</summary>
    private const int MostEntries = 16;

    public static PromptArgument SymbolArgument { get; } = new()
    {
        Name = Symbol,
        Title = "Symbol",
        Description = "EXCHANGE:SYMBOL, such as NASDAQ:AAPL; DEMO:<any> is made-up sample data.",
        Required = true,
    };

    public static PromptArgument IntervalArgument { get; } = new()
    {
        Name = Interval,
        Title = "Interval",
        Description = "Time of one bar, such as 1D or 4h; 1m is a minute, 1M a month. Default 1D.",
        Required = false,
    };

    public static PromptArgument SymbolsArgument(bool isRequired) => new()
    {
        Name = Symbols,
        Title = "Symbols",
        Description = "Symbols as EXCHANGE:SYMBOL, separated by commas, such as NASDAQ:AAPL, NASDAQ:MSFT.",
        Required = isRequired,
    };

    /// <summary>One symbol as JSON text.</summary>
    public static string ReadSymbol(PromptCall call) => SymbolJson(Symbol, call.Text(Symbol) ?? "");

    /// <summary>Several symbols as JSON texts; none when the argument was left out.</summary>
    public static IReadOnlyList<string> ReadSymbols(PromptCall call) =>
        [.. Entries(call, Symbols).Select(text => SymbolJson(Symbols, text))];

    /// <summary>One interval's name.</summary>
    public static string ReadInterval(PromptCall call) => IntervalName(Interval, call.Text(Interval) ?? "1D");

    /// <summary>Several intervals' names; the usual ones when the argument was left out.</summary>
    public static IReadOnlyList<string> ReadIntervals(PromptCall call, IReadOnlyList<string> usual)
    {
        string[] given = [.. Entries(call, Intervals).Select(text => IntervalName(Intervals, text))];
        return given.Length > 0 ? given : usual;
    }

    /// <summary>Indicator names as JSON texts; the usual ones when the argument was left out.</summary>
    public static string ReadIndicators(PromptCall call, IReadOnlyList<string> usual)
    {
        string[] given = [.. Entries(call, Indicators)];
        return string.Join(',', (given.Length > 0 ? given : usual).Select(Json));
    }

    /// <summary>A text as JSON: what a user typed is data in a prompt, too.</summary>
    public static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    /// <summary>A prompt of one message.</summary>
    public static GetPromptResult Message(string description, string text) => new()
    {
        Description = description,
        Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = text } }],
    };

    private static string[] Entries(PromptCall call, string name)
    {
        string[] entries = (call.Text(name) ?? "").Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return entries.Length <= MostEntries
            ? entries
            : throw Wrong(name, $"has at most {MostEntries} entries.");
    }

    private static string SymbolJson(string name, string text) =>
        Generation.MarketData.Symbol.TryParse(text, out Symbol symbol, out string? fault)
            ? Json(symbol.ToString())
            : throw Wrong(name, fault);

    private static string IntervalName(string name, string text) =>
        BarInterval.TryParse(text, out BarInterval interval)
            ? interval.ToString()
            : throw Wrong(name, $"has to be of {string.Join(' ', BarInterval.AllNames)}; case matters (1m is a minute, "
                + "1M a month).");

    private static McpProtocolException Wrong(string name, string fault) =>
        new($"params.arguments.{name} {fault}", McpErrorCode.InvalidParams);
}
