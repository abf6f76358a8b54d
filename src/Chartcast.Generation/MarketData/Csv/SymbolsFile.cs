using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>One symbol of <c>symbols.json</c>.</summary>
/// <param name="File">Name of the file without ending.</param>
/// <param name="Description">What the symbol is; untrusted text; null when not said.</param>
/// <param name="Type">Such as <c>stock</c>; null when not said.</param>
/// <param name="Options">How to read the file.</param>
/// <param name="Fault">What is wrong with the entry; null when nothing is.</param>
internal sealed record SymbolsEntry(
    string File, string? Description, string? Type, CsvFileOptions Options, string? Fault = null);

/// <summary>The optional <c>symbols.json</c> beside the data files.</summary>
/// <remarks>
/// One object: symbol → <c>{"file": "aapl-daily", "ticker": "AAPL", "timezone": "America/New_York", "description":
/// "Apple Inc.", "type": "stock", "session": "0930-1600", "dateOrder": "mdy", "adjusted": "splits"}</c>. Only
/// <c>file</c> is needed. A broken entry spoils nothing but itself.
/// </remarks>
internal sealed class SymbolsFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "symbols.json";

    private const int LongestText = 120;
    private const string BrokenText = "holds text that is not valid Unicode: save the file as UTF-8.";

    private static readonly string[] Keys =
        ["file", "ticker", "timezone", "description", "type", "session", "dateOrder", "adjusted"];

    private static readonly string[] Adjustments = ["none", "splits", "splits+dividends", "unknown"];

    private static readonly SymbolsEntry NoEntry = new("", null, null, new CsvFileOptions());

    /// <summary>No symbols.</summary>
    public static SymbolsFile Empty { get; } = new();

    /// <summary>Entries by symbol.</summary>
    public Dictionary<Symbol, SymbolsEntry> Entries { get; } = [];

    /// <summary>What is wrong with the file as a whole; null when nothing is.</summary>
    public string? Fault { get; private init; }

    /// <summary>A file that cannot be used.</summary>
    public static SymbolsFile Broken(string fault) => new() { Fault = fault };

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    public static SymbolsFile Read(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF])) json = json[3..];
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8,
        };
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new SymbolsFile { Fault = "must be an object of symbols." };
            var file = new SymbolsFile();
            foreach (JsonProperty property in document.RootElement.EnumerateObject()) file.Add(property);
            return file;
        }
        catch (JsonException exception)
        {
            return new SymbolsFile { Fault = $"is no valid JSON, near line {exception.LineNumber + 1}: correct it." };
        }
    }

    /// <summary>The options of the first entry that names a file.</summary>
    public CsvFileOptions OptionsOf(string fileName) => Entries.Values
        .FirstOrDefault(entry => entry.Fault is null && entry.Options.Ticker is null
            && entry.File.Equals(fileName, StringComparison.OrdinalIgnoreCase))?.Options ?? new CsvFileOptions();

    private void Add(JsonProperty property)
    {
        // A name that is no symbol can never be asked for, so there is nobody to tell.
        if (!TryReadName(property, out string name) || !Symbol.TryParse(name, out Symbol symbol, out _)) return;
        if (symbol.Exchange is Symbol.FileExchange or Symbol.DemoExchange) return;
        SymbolsEntry entry = NoEntry;
        string? fault;
        try
        {
            fault = ReadEntry(property.Value, out entry);
        }
        catch (InvalidOperationException)
        {
            fault = BrokenText;
        }

        Entries[symbol] = fault is null ? entry : entry with { Fault = fault };
    }

    /// <summary>The parser lets broken text pass (half a surrogate pair, bytes that are no UTF-8); reading it
    /// throws.</summary>
    private static bool TryReadName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    private static string? ReadEntry(JsonElement value, out SymbolsEntry entry)
    {
        entry = NoEntry;
        if (value.ValueKind != JsonValueKind.Object) return "must be an object such as {\"file\": \"aapl-daily\"}.";
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!Keys.Contains(property.Name))
            {
                string near = string.Join(", ", NearestNames.Find(property.Name, Keys, 1));
                return $"has an unknown key '{Clean(property.Name)}'"
                    + (near.Length > 0 ? $": did you mean {near}?" : $"; known are {string.Join(", ", Keys)}.");
            }

            if (property.Value.ValueKind != JsonValueKind.String) return $"{property.Name} must be text.";
            texts[property.Name] = property.Value.GetString()!;
        }

        if (!texts.TryGetValue("file", out string? file)) return "has no \"file\": name a file of the data folder.";
        if (!Symbol.TryParse($"{Symbol.FileExchange}:{file}", out Symbol fileSymbol, out string? fileFault))
            return "file " + fileFault;
        string? fault = ReadOptions(texts, out CsvFileOptions options);
        entry = new SymbolsEntry(
            fileSymbol.Ticker,
            Clean(texts.GetValueOrDefault("description")),
            Clean(texts.GetValueOrDefault("type")),
            options);
        return fault;
    }

    private static string? ReadOptions(Dictionary<string, string> texts, out CsvFileOptions options)
    {
        options = new CsvFileOptions(Ticker: texts.GetValueOrDefault("ticker"));
        if (texts.TryGetValue("timezone", out string? zoneId))
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out TimeZoneInfo? zone))
                return $"timezone '{Clean(zoneId)}' is not known: write an IANA name such as America/New_York.";
            options = options with { Zone = zone };
        }

        if (texts.TryGetValue("dateOrder", out string? order))
        {
            if (order is not ("mdy" or "dmy")) return "dateOrder must be mdy or dmy.";
            options = options with { DayOrder = order == "mdy" ? DayOrder.MonthFirst : DayOrder.DayFirst };
        }

        if (texts.TryGetValue("adjusted", out string? adjusted))
        {
            if (!Adjustments.Contains(adjusted)) return $"adjusted must be one of {string.Join(", ", Adjustments)}.";
            options = options with { Adjusted = adjusted };
        }

        if (!texts.TryGetValue("session", out string? session)) return null;
        int dash = session.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0
            || !CsvTimeReader.TryReadClock(session.AsSpan(0, dash).Trim(), out int openMs, out _)
            || !CsvTimeReader.TryReadClock(session.AsSpan(dash + 1).Trim(), out int closeMs, out _)
            || closeMs <= openMs)
            return "session must be open and close of one day, such as 0930-1600.";
        options = options with { Session = (openMs, closeMs) };
        return null;
    }

    /// <summary>What is shown to people and models: no control characters, and nothing invisible that turns the text
    /// around it or hides in it.</summary>
    private static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > LongestText) break;
            bool isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
            if (isShown) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
