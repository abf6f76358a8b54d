using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chartcast.ChartImgFake;

/// <summary>Checks a v2 body as Chart-IMG is known to: unknown keys pass, known ones with wrong values do not.</summary>
internal sealed partial class FakeBody
{
    private static readonly string[] Intervals =
        "1m 2m 3m 5m 15m 30m 45m 1h 2h 3h 4h 6h 8h 12h 1D 2D 3D 1W 1M 3M 6M 1Y".Split(' ');

    private static readonly string[] Ranges = "1D 5D 1M 3M 6M 1Y 5Y ALL DTD WTD MTD YTD".Split(' ');

    private static readonly string[] Styles =
        "bar candle line area heikinAshi hollowCandle baseline hiLo column".Split(' ');

    private readonly List<(string Value, string Message, string Param)> _faults = [];

    private FakeBody(JsonElement root)
    {
        Check(root, "symbol", IsSymbol, "must be a valid tradingview EXCHANGE:SYMBOL");
        Check(root, "interval", IsOneOf(Intervals), "must be a supported interval");
        Check(root, "style", IsOneOf(Styles), "must be a supported style");
        Check(root, "theme", IsOneOf("light", "dark"), "must be a supported theme");
        Check(root, "format", IsOneOf("png", "jpeg"), "must be a supported format");
        Check(root, "timezone", IsZone, "must be a supported timezone");
        Check(root, "width", IsWholeFrom(400), "must be an integer of at least 400");
        Check(root, "height", IsWholeFrom(300), "must be an integer of at least 300");
        Check(root, "range", IsRange, "must be a supported range");
        Check(root, "studies", value => value.ValueKind == JsonValueKind.Array, "must be an array");
        if (root.TryGetProperty("studies", out JsonElement studies) && studies.ValueKind == JsonValueKind.Array)
        {
            Parameters = studies.GetArrayLength();
            for (int i = 0; i < Parameters; i++) CheckStudy(studies[i], $"studies[{i}]");
        }

        Symbol = Text(root, "symbol", "BINANCE:BTCUSDT");
        IsJpeg = Text(root, "format", "png") == "jpeg";
        Width = Number(root, "width", 800);
        Height = Number(root, "height", 600);
    }

    /// <summary>What the parameters of v1 ask for; v1 does not count studies.</summary>
    public FakeBody(string symbol, bool isJpeg, int width, int height, IEnumerable<(string, string, string)> faults)
    {
        Symbol = symbol;
        IsJpeg = isJpeg;
        Width = width;
        Height = height;
        IsFirstVersion = true;
        _faults.AddRange(faults);
    }

    public string Symbol { get; }

    public bool IsFirstVersion { get; }

    public bool IsJpeg { get; }

    public int Width { get; }

    public int Height { get; }

    public int Parameters { get; }

    public bool IsRight => _faults.Count == 0;

    /// <summary>Reads a body; an empty one has every default. Null when it is no JSON object.</summary>
    public static FakeBody? Read(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new FakeBody(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The list of field errors, as 422 gives it; v1 has it inside an object.</summary>
    public byte[] FaultsJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            if (IsFirstVersion) json.WriteStartObject();
            if (IsFirstVersion) json.WriteStartArray("errors");
            else json.WriteStartArray();
            foreach ((string value, string message, string param) in _faults)
            {
                json.WriteStartObject();
                json.WritePropertyName("value");
                json.WriteRawValue(value);
                json.WriteString("msg", message);
                json.WriteString("param", param);
                json.WriteString("location", IsFirstVersion ? "query" : "body");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (IsFirstVersion) json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void CheckStudy(JsonElement study, string path)
    {
        if (study.ValueKind != JsonValueKind.Object || !study.TryGetProperty("name", out JsonElement name)
            || !IsOneOf(FakeStudies.Names)(name))
            _faults.Add((Raw(study, "name"), "must be a supported name", $"{path}.name"));
        if (study.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty member in Members(study, "input"))
        {
            if (!FakeStudies.IsInput(Text(study, "name", ""), member.Name, member.Value))
                _faults.Add((member.Value.GetRawText(), "must be a valid value", $"{path}.input.{member.Name}"));
        }

        foreach (JsonProperty member in Members(study, "override"))
        {
            bool isColor = member.Name.Contains(".color", StringComparison.Ordinal);
            if (isColor && !(member.Value.ValueKind == JsonValueKind.String && Color().IsMatch(member.Value.GetString()!)))
                _faults.Add((member.Value.GetRawText(), "must be a valid rgb/rgba color", $"{path}.override.{member.Name}"));
        }
    }

    private void Check(JsonElement root, string name, Func<JsonElement, bool> isRight, string message)
    {
        if (root.TryGetProperty(name, out JsonElement value) && !isRight(value))
            _faults.Add((value.GetRawText(), message, name));
    }

    private static IEnumerable<JsonProperty> Members(JsonElement study, string name) =>
        study.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject()]
            : [];

    private static string Raw(JsonElement study, string name) =>
        study.ValueKind == JsonValueKind.Object && study.TryGetProperty(name, out JsonElement value)
            ? value.GetRawText()
            : "null";

    private static string Text(JsonElement root, string name, string fallback) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : fallback;

    private static int Number(JsonElement root, string name, int fallback) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out int number) ? number : fallback;

    private static bool IsSymbol(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && SymbolForm().IsMatch(value.GetString()!);

    private static bool IsZone(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Contains('/', StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(value.GetString()!, out _);

    private static bool IsRange(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsOneOf(Ranges)(value),
        JsonValueKind.Object => IsMoment(value, "from") && IsMoment(value, "to"),
        _ => false,
    };

    private static bool IsMoment(JsonElement range, string name) =>
        range.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _);

    private static Func<JsonElement, bool> IsOneOf(params string[] words) =>
        value => value.ValueKind == JsonValueKind.String && words.Contains(value.GetString(), StringComparer.Ordinal);

    private static Func<JsonElement, bool> IsWholeFrom(int minimum) =>
        value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= minimum;

    [GeneratedRegex(@"\A[A-Z0-9_]+:[A-Z0-9._!/&-]+\z")]
    private static partial Regex SymbolForm();

    [GeneratedRegex(@"\A(rgb\(\d{1,3},\d{1,3},\d{1,3}\)|rgba\(\d{1,3},\d{1,3},\d{1,3},(0|1|0\.\d)\))\z")]
    private static partial Regex Color();
}
