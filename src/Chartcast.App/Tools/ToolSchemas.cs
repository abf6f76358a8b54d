using System.Text.Json;
using Chartcast.App.Options;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>JSON Schemas (2020-12) of arguments and of <c>structuredContent</c>.</summary>
/// <remarks>Failed calls have <c>structuredContent</c>, too, and some clients check it: every output schema admits
/// <c>error</c> in place of the answer.</remarks>
internal static class ToolSchemas
{
    private const string Error = """
        {"type":"object","description":"Why it failed.","required":["code","message","retryable"],"properties":{
          "code":{"type":"string","description":"The kind of failure, such as invalid_argument or unknown_symbol."},
          "message":{"type":"string"},
          "retryable":{"type":"boolean","description":"Whether the same request may succeed later."},
          "retryAfterSeconds":{"type":"integer","minimum":0},
          "suggestions":{"type":"array","items":{"type":"string"},"description":"The nearest names of what was asked."},
          "faults":{"type":"array","items":{"type":"object","required":["field","message"],"properties":{
            "field":{"type":"string"},"message":{"type":"string"} } } },
          "upstream":{"type":"string","description":"The chart service's own words; untrusted text."} } }
        """;

    private const string Image = """
        {"type":"object","required":["mimeType","widthPx","heightPx"],"properties":{
          "mimeType":{"type":"string"},"widthPx":{"type":"integer"},"heightPx":{"type":"integer"},
          "bytes":{"type":"integer"},"sha256":{"type":"string"},"url":{"type":"string","format":"uri"} } }
        """;

    private const string Request = $$$"""
        "requestId":{"type":"string",
          "description":"Asks get_chart_status, filters the event stream, names chart://{requestId}."},
        "status":{"enum":["queued","started","completed","failed","cancelled"]},
        "symbol":{"type":"string"},"interval":{"type":"string"},"chartType":{"type":"string"},
        "provider":{"type":"string","description":"Who drew: local or chart-img."},
        "image":{{{Image}}},
        "createdAt":{"type":"string","format":"date-time"},"finishedAt":{"type":"string","format":"date-time"},
        "processingTimeMs":{"type":"integer","minimum":0},
        "error":{{{Error}}}
        """;

    private const string Numbers = """
        "source":{"type":"object","description":"Where the bars came from; absent when the provider does not tell.",
          "properties":{
          "venue":{"type":"string"},"feed":{"type":"string"},"delaySeconds":{"type":"integer"},
          "fetchedAt":{"type":"string","format":"date-time"},"adjusted":{"type":"string"},
          "sample":{"type":"boolean","description":"True for made-up sample data."} } },
        "bars":{"type":"object","properties":{"count":{"type":"integer"},"first":{"type":"string"},
          "last":{"type":"string"},
          "gaps":{"type":"integer"} } },
        "priceDecimals":{"type":"integer","description":"Decimals the symbol's prices are shown with."},
        "last":{"type":"object","description":"The last bar shown.","properties":{"time":{"type":"string"},
          "open":{"type":"number"},"high":{"type":"number"},"low":{"type":"number"},"close":{"type":"number"},
          "volume":{"type":"number"},"change":{"type":"number"},"changePercent":{"type":"number"},
          "closed":{"type":"boolean"} } },
        "compared":{"type":"array","description":"The symbols it is compared with.","items":{"type":"object",
          "properties":{"symbol":{"type":"string"},"source":{"type":"object"},"last":{"type":"number"},
          "changePercent":{"type":"number","description":"Since its first price shown."},
          "priceDecimals":{"type":"integer"} } } },
        "indicators":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},
          "input":{"type":"object"},"plots":{"type":"object",
            "description":"The last value of every plot; null where there is none.",
            "additionalProperties":{"anyOf":[{"type":"number"},{"type":"null"}]} } } } },
        "altText":{"type":"string","description":"The chart in one sentence."},
        "stored":{"type":"object","description":"Where the chart service keeps the picture for everyone.","properties":{
          "url":{"type":"string","format":"uri"},"expiresAt":{"type":"string","format":"date-time"} } },
        "axes":{"type":"object","description":"How picture pixels map to time and price.","properties":{
          "time":{"type":"object","properties":{"firstX":{"type":"number"},"spacing":{"type":"number"},
            "timeZone":{"type":"string"} } },
          "panes":{"type":"array","items":{"type":"object","properties":{"title":{"type":"string"},
            "topPx":{"type":"number"},
            "bottomPx":{"type":"number"},"topValue":{"type":"number"},"bottomValue":{"type":"number"} } } } } },
        "warnings":{"type":"array","items":{"type":"string"} }
        """;

    /// <summary>No arguments at all.</summary>
    public static JsonElement NoArguments { get; } = Parse("""{"type":"object","additionalProperties":false}""");

    /// <summary>Arguments of <c>get_chart_status</c>.</summary>
    public static JsonElement StatusArguments { get; } = Parse("""
        {"type":"object","properties":{"requestId":{"type":"string","minLength":1,"maxLength":128,
          "x-mcp-header":"Request-Id",
          "description":"The id that generate_chart answered with, such as req_1749698104642_…"} },
         "required":["requestId"],"additionalProperties":false}
        """);

    /// <summary>Arguments of <c>get_available_symbols</c>.</summary>
    public static JsonElement SymbolsArguments { get; } = Parse("""
        {"type":"object","properties":{
          "search":{"type":"string","maxLength":100,
            "description":"Only symbols whose name or description contains this text."},
          "exchange":{"type":"string","maxLength":20,
            "description":"Only this part before the colon, such as NASDAQ or FILE."},
          "type":{"type":"string","maxLength":20,
            "description":"Only this type: stock, index, forex, crypto, file or sample."},
          "limit":{"type":"integer","minimum":1,"maximum":500,"default":50,"description":"How many to list at most."} },
         "additionalProperties":false}
        """);

    /// <summary>Arguments of <c>get_recent_requests</c>.</summary>
    public static JsonElement RecentArguments { get; } = Parse("""
        {"type":"object","properties":{
          "limit":{"type":"integer","minimum":1,"maximum":200,"default":20,"description":"How many to list at most."},
          "symbol":{"type":"string","maxLength":100,"description":"Only this symbol, such as NASDAQ:AAPL."},
          "status":{"enum":["queued","started","completed","failed","cancelled"],
            "description":"Only requests that stand so."} },
         "additionalProperties":false}
        """);

    /// <summary>Arguments of <c>describe_chart_options</c>.</summary>
    public static JsonElement OptionsArguments { get; } = Parse($$"""
        {"type":"object","properties":{
          "topic":{"enum":[{{string.Join(',', ChartOptions.Topics.Select(static topic => $"\"{topic}\""))}}],
            "description":"Only this part of the catalogue, as a list with inputs."},
          "name":{"type":"string","minLength":1,"maxLength":100,
            "description":"Everything about one entry, such as rsi or Bollinger Bands."},
          "search":{"type":"string","minLength":1,"maxLength":100,
            "description":"Only entries whose name or description contains this text."} },
         "additionalProperties":false}
        """);

    /// <summary>A request and its numbers.</summary>
    public static JsonElement Chart { get; } = Parse($$$"""
        {"type":"object","properties":{ {{{Request}}},{{{Numbers}}} },
         "anyOf":[{"required":["requestId","status","symbol","interval"]},{"required":["error"]}]}
        """);

    /// <summary>A request for a sheet and the numbers of its charts.</summary>
    public static JsonElement Sheet { get; } = Parse($$$"""
        {"type":"object","properties":{ {{{Request}}},"altText":{"type":"string"},
          "charts":{"type":"array","description":"The charts, row by row.","items":{"type":"object",
            "required":["symbol","interval"],"properties":{"symbol":{"type":"string"},"interval":{"type":"string"},
            "leftPx":{"type":"integer",
              "description":"Where the chart begins in the picture; its axes count from here."},
            "topPx":{"type":"integer","description":"Likewise from the picture's top."},"widthPx":{"type":"integer"},
            "heightPx":{"type":"integer"},
            "chart":{"type":"object","description":"The numbers, as generate_chart tells them."},
            "error":{"type":"object","description":"Why this chart is missing.","properties":{
              "code":{"type":"string"},"message":{"type":"string"} } } } } },
          "warnings":{"type":"array","items":{"type":"string"} } },
         "anyOf":[{"required":["requestId","status","symbol","interval"]},{"required":["error"]}]}
        """);

    /// <summary>Numbers that belong to no request.</summary>
    public static JsonElement MarketData { get; } = Parse($$$"""
        {"type":"object","properties":{"symbol":{"type":"string"},"interval":{"type":"string"},
          "chartType":{"type":"string"},"provider":{"type":"string"},{{{Numbers}}},
          "table":{"type":"object","required":["columns","rows"],"properties":{
            "columns":{"type":"array","items":{"type":"string"} },
            "rows":{"type":"array","description":"One a bar, oldest first; null where a value is unknown.",
              "items":{"type":"array"} } } },
          "error":{{{Error}}} },
         "anyOf":[{"required":["symbol","interval","bars","table"]},{"required":["error"]}]}
        """);

    /// <summary>A request and its numbers, or what would be made.</summary>
    public static JsonElement GeneratedChart { get; } = Parse($$$"""
        {"type":"object","properties":{"dryRun":{"type":"boolean","description":"True when nothing was made."},
          "quota":{{{Tools.DryRun.QuotaSchema}}},
          {{{Request}}},{{{Numbers}}} },
         "anyOf":[{"required":["requestId","status","symbol","interval"]},{"required":["dryRun","provider","image"]},
           {"required":["error"]}]}
        """);

    /// <summary>Symbols.</summary>
    public static JsonElement Symbols { get; } = Parse($$$"""
        {"type":"object","properties":{"total":{"type":"integer"},"symbols":{"type":"array","items":{"type":"object",
          "required":["symbol"],"properties":{"symbol":{"type":"string"},"description":{"type":"string"},
            "type":{"type":"string"},
          "intervals":{"type":"array","items":{"type":"string"} },"feed":{"type":"string"} } } },
            "note":{"type":"string"},"exchanges":{"type":"array","items":{"type":"string"},
              "description":"The exchanges whose symbols can be listed, where a Chart-IMG key is set."},
          "error":{{{Error}}} },
         "anyOf":[{"required":["total","symbols"]},{"required":["error"]}]}
        """);

    /// <summary>Requests without their numbers.</summary>
    public static JsonElement Recent { get; } = Parse($$$"""
        {"type":"object","properties":{"count":{"type":"integer"},
          "requests":{"type":"array","items":{"type":"object","required":["requestId","status"],
            "properties":{ {{{Request}}},
              "altText":{"type":"string","description":"The chart in one sentence."} } } },
          "error":{{{Error}}} },
         "anyOf":[{"required":["count","requests"]},{"required":["error"]}]}
        """);

    /// <summary>Entries of the catalogue.</summary>
    public static JsonElement Options { get; } = Parse($$$"""
        {"type":"object","properties":{
          "arguments":{"type":"object","description":"The words that arguments of generate_chart take.",
            "additionalProperties":{"type":"array","items":{"type":"string"} } },
          "names":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"} } },
          "error":{{{Error}}} },
         "additionalProperties":{"type":"array","items":{"type":"object","required":["name","description"],
           "properties":{"type":{"type":"string"},"name":{"type":"string"},"description":{"type":"string"},
             "inputs":{"type":"array","items":{"type":"object"} },
             "styleKeys":{"type":"array","items":{"type":"string"} } } } } }
        """);

    /// <summary>How the server is.</summary>
    public static JsonElement Health { get; } = Parse($$$"""
        {"type":"object","properties":{"status":{"enum":["healthy","unhealthy"]},
          "timestamp":{"type":"string","format":"date-time"},"clientCount":{"type":"integer"},
          "chartServiceConfigured":{"type":"boolean"},"version":{"type":"string"},"uptimeSeconds":{"type":"integer"},
          "providers":{"type":"array","items":{"type":"string"} },"chartImgKeySet":{"type":"boolean"},
          "dataDirectorySet":{"type":"boolean"},"demo":{"type":"boolean"},"waiting":{"type":"integer"},
          "unfinished":{"type":"integer"},"chartImg":{{{ChartImgHealth.Schema}}},
          "storage":{"type":"string","description":"What is wrong with the storage."},
          "error":{{{Error}}} },
         "anyOf":[{"required":["status","chartServiceConfigured"]},{"required":["error"]}]}
        """);

    /// <summary>The hints of a tool that changes nothing and asks nobody outside.</summary>
    public static ToolAnnotations ReadOnly(string title) => new()
    {
        Title = title,
        ReadOnlyHint = true,
        DestructiveHint = false,
        IdempotentHint = true,
        OpenWorldHint = false,
    };

    private static JsonElement Parse(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        return document.RootElement.Clone();
    }
}
