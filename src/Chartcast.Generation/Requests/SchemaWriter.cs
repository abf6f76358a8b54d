using System.Text.Json;

namespace Chartcast.Generation.Requests;

/// <summary>Writes one property of the arguments' schema after another.</summary>
internal sealed class SchemaWriter(Utf8JsonWriter json)
{
    /// <summary>A free string; the first example is the default unless the property is required.</summary>
    public void Text(string name, string description, int maximumLength, params string[] examples)
    {
        Start(name, "string", description);
        json.WriteNumber("minLength", 1);
        json.WriteNumber("maxLength", maximumLength);
        if (name != ChartArguments.Symbol) json.WriteString("default", examples[0]);
        WriteList("examples", examples);
        json.WriteEndObject();
    }

    /// <summary>One of some words.</summary>
    public void Words(string name, string description, IEnumerable<string> words, string? fallback)
    {
        Start(name, "string", description);
        WriteList("enum", words);
        if (fallback is not null) json.WriteString("default", fallback);
        json.WriteEndObject();
    }

    /// <summary>A list of symbols.</summary>
    public void Symbols(string name, string description, int maximum)
    {
        Start(name, "array", description);
        json.WriteNumber("maxItems", maximum);
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An object whose members its own reader knows.</summary>
    public void Object(string name, string description)
    {
        Start(name, "object", description);
        json.WriteEndObject();
    }

    /// <summary>A text, or an object that has it with more.</summary>
    public void TextOrObject(string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        // Not a list of types: some clients map schemas onto a dialect that has one type a schema.
        json.WriteStartArray("anyOf");
        json.WriteRawValue("""{"type":"string"}""");
        json.WriteRawValue("""{"type":"object"}""");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A whole number within inclusive limits.</summary>
    public void Number(string name, string description, int minimum, int maximum, int? fallback)
    {
        Start(name, "integer", description);
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
        if (fallback is { } value) json.WriteNumber("default", value);
        json.WriteEndObject();
    }

    /// <summary>A switch.</summary>
    public void Switch(string name, string description, bool fallback)
    {
        Start(name, "boolean", description);
        json.WriteBoolean("default", fallback);
        json.WriteEndObject();
    }

    /// <summary>The drawings: friendly or exact.</summary>
    public void Drawings()
    {
        Start(
            ChartArguments.Drawings, "array",
            "Lines, zones, positions, markers and texts on the price pane, in drawing order: horizontal_line, "
            + "trend_line, rectangle, fib_retracement, long_position, marker, note and more, or Chart-IMG's name, "
            + "input, override and zOrder; describe_chart_options tells the keys of each.");
        json.WriteNumber("maxItems", AppearanceArguments.MaximumDrawings);
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteEndObject();
        json.WriteStartArray("examples");
        json.WriteRawValue("""[{"type":"horizontal_line","price":120.5,"text":"Target"}]""");
        json.WriteRawValue("""[{"name":"Vertical Line","input":{"datetime":"2025-06-02"}}]""");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The range: a name, or bounds.</summary>
    public void Range()
    {
        json.WriteStartObject(ChartArguments.Range);
        json.WriteString("description", "Which time to show: a span that ends with the newest bar, or bounds.");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        WriteList("enum", ChartRange.Names);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        Moment("from", "First moment, inclusive: a date (UTC) or an ISO 8601 time with offset.", "2025-06-01");
        Moment("to", "Last moment, inclusive; left out, the newest bar.", "2025-06-30T20:00:00Z");
        json.WriteEndObject();
        json.WriteNumber("minProperties", 1);
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The indicators: shorthand, friendly or exact.</summary>
    public void Indicators()
    {
        Start(
            ChartArguments.Indicators, "array",
            "Indicators in drawing order, each as \"rsi\" or \"sma:20\", or with type and inputs, or with "
            + "Chart-IMG's name and input.");
        json.WriteNumber("maxItems", ChartRequest.MaximumStudies);
        json.WriteStartObject("items");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("description", "A type, alone or with inputs: rsi, sma:20, macd(12,26,9).");
        json.WriteNumber("minLength", 1);
        json.WriteNumber("maxLength", 100);
        json.WriteEndObject();
        WriteFriendly();
        WriteExact();
        json.WriteEndArray();
        json.WriteEndObject();
        WriteExamples();
        json.WriteEndObject();
    }

    private void WriteFriendly()
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteString(
            "description",
            "Friendly form: the type, its inputs (period, source, fast, slow, signal, stdDev …), and how its line "
            + "looks.");
        json.WriteStartObject("properties");
        Start(
            "type", "string",
            "Which indicator: sma, ema, bb, vwap, supertrend, ichimoku, volume, rsi, macd, stoch, atr, obv and many "
                + "more; describe_chart_options lists all with their inputs.");
        json.WriteEndObject();
        Start("color", "string", "Colour of the main line: #RRGGBB, rgb(…) or rgba(…).");
        json.WriteEndObject();
        Start("lineWidth", "integer", "Width of the main line in CSS pixels.");
        json.WriteNumber("minimum", 1);
        json.WriteNumber("maximum", 10);
        json.WriteEndObject();
        Switch("forceOverlay", "Whether to draw it on the price pane instead of its own.", false);
        json.WriteEndObject();
        WriteList("required", ["type"]);
        json.WriteEndObject();
    }

    private void WriteExact()
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteString("description", "Exact form, as in Chart-IMG's v2 API.");
        json.WriteStartObject("properties");
        Start("name", "string", "Exact name, such as Relative Strength Index or Bollinger Bands.");
        json.WriteEndObject();
        Start("input", "object", "Inputs by exact key, such as length or in_0.");
        json.WriteEndObject();
        Start("override", "object", "Styles by flat key, such as Plot.color or Plot.linewidth.");
        json.WriteEndObject();
        Switch("forceOverlay", "Whether to draw it on the price pane instead of its own.", false);
        json.WriteEndObject();
        WriteList("required", ["name"]);
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private void WriteExamples()
    {
        json.WriteStartArray("examples");
        json.WriteRawValue("""["rsi","sma:20"]""");
        json.WriteRawValue(
            """[{"type":"sma","period":20,"color":"#FF6B6B"},{"type":"macd","fast":12,"slow":26,"signal":9}]""");
        json.WriteRawValue("""[{"name":"Moving Average","input":{"length":50},"override":{"Plot.linewidth":2}}]""");
        json.WriteEndArray();
    }

    private void Moment(string name, string description, string example)
    {
        Start(name, "string", description);
        WriteList("examples", [example]);
        json.WriteEndObject();
    }

    private void Start(string name, string type, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteString("description", description);
    }

    private void WriteList(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
