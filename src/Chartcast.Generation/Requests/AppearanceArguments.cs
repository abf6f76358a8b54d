using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Generation.MarketData;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads the arguments that decide how a chart looks: scale, overrides, drawings, watermark, shifts and
/// compared symbols.</summary>
public static class AppearanceArguments
{
    /// <summary>How many other symbols one chart compares at most.</summary>
    public const int MaximumCompared = 10;

    /// <summary>How many drawings one chart takes at most.</summary>
    public const int MaximumDrawings = 200;

    /// <summary>Largest shift in bars.</summary>
    internal const int MaximumShift = 1_000;

    private const int LongestWatermark = 100;
    private const string TextMember = "text";
    private const string SizeMember = "size";
    private const string OpacityMember = "opacity";

    private static readonly string[] WatermarkMembers = [TextMember, SizeMember, OpacityMember];

    /// <summary>The arguments read here.</summary>
    internal static readonly string[] Names =
    [
        ChartArguments.Scale, ChartArguments.Override, ChartArguments.Drawings, ChartArguments.Compare,
        ChartArguments.Watermark, ChartArguments.ShiftLeft, ChartArguments.ShiftRight,
    ];

    /// <summary>Reads an appearance that was kept.</summary>
    /// <param name="json"><see cref="ChartAppearance.Json"/>.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/>: this version no longer takes
    /// it.</exception>
    public static ChartAppearance Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var reader = new ArgumentReader(document.RootElement);
        ChartAppearance appearance = Read(reader);
        reader.ThrowIfFaulty();
        return appearance;
    }

    internal static ChartAppearance Read(ArgumentReader reader)
    {
        string json = KeptJson(reader);
        if (json == ChartAppearance.Default.Json) return ChartAppearance.Default;
        ChartOverrides overrides = reader.TryGet(ChartArguments.Override, out JsonElement given)
            ? ChartOverridesReader.Read(given, ChartArguments.Override, reader.Faults)
            : ChartOverrides.None;
        return new ChartAppearance
        {
            Json = json,
            Scale = overrides.Scale with { Mode = ReadScale(reader) },
            Display = overrides.Display,
            SeriesOverrides = overrides.Series,
            Drawings = ReadDrawings(reader),
            Watermark = ReadWatermark(reader),
            ShiftLeftBars = reader.WholeNumber(ChartArguments.ShiftLeft, 0, MaximumShift) ?? 0,
            ShiftRightBars = reader.WholeNumber(ChartArguments.ShiftRight, 0, MaximumShift) ?? 0,
            Compared = ReadCompared(reader),
        };
    }

    private static string KeptJson(ArgumentReader reader)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (string name in Names)
            {
                if (!reader.TryGet(name, out JsonElement value)) continue;
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return CanonicalJson.Write(document.RootElement);
    }

    private static ScaleMode? ReadScale(ArgumentReader reader)
    {
        string? text = reader.Text(ChartArguments.Scale);
        if (text is null) return null;
        if (ScaleModes.TryParse(text, out ScaleMode mode)) return mode;
        reader.Faults.Add(ScaleModes.Fault(ChartArguments.Scale, text));
        return null;
    }

    private static List<DrawingSpec> ReadDrawings(ArgumentReader reader)
    {
        var drawings = new List<DrawingSpec>();
        if (!reader.TryGet(ChartArguments.Drawings, out JsonElement list)) return drawings;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaximumDrawings)
        {
            reader.Add(
                ChartArguments.Drawings,
                string.Create(CultureInfo.InvariantCulture, $"must be a list of at most {MaximumDrawings} drawings."));
            return drawings;
        }

        int index = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            string field = $"{ChartArguments.Drawings}[{index++}]";
            if (DrawingSpecReader.Read(element, field, reader.Faults) is { } drawing) drawings.Add(drawing);
        }

        return drawings;
    }

    private static List<Symbol> ReadCompared(ArgumentReader reader)
    {
        var symbols = new List<Symbol>();
        if (!reader.TryGet(ChartArguments.Compare, out JsonElement list)) return symbols;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaximumCompared)
        {
            reader.Add(ChartArguments.Compare, string.Create(
                CultureInfo.InvariantCulture,
                $"must be a list of at most {MaximumCompared} symbols such as [\"NASDAQ:MSFT\"]."));
            return symbols;
        }

        int index = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            string field = $"{ChartArguments.Compare}[{index++}]";
            string? text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
            if (text is null) reader.Add(field, $"must be a symbol, not {ShownText.Of(element)}.");
            else if (!Symbol.TryParse(text, out Symbol symbol, out string? fault))
                reader.Add(field, text.Length == 0 ? fault : $"{ShownText.Of(text)} {fault}");
            else if (symbols.Contains(symbol)) reader.Add(field, $"{ShownText.Of(text)} is given twice.");
            else symbols.Add(symbol);
        }

        return symbols;
    }

    private static WatermarkSpec? ReadWatermark(ArgumentReader reader)
    {
        if (!reader.TryGet(ChartArguments.Watermark, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.String) return Checked(reader, new WatermarkSpec(value.GetString() ?? ""));
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Add(ChartArguments.Watermark, $"must be a text or an object with text, not {ShownText.Of(value)}.");
            return null;
        }

        var watermark = new WatermarkSpec("");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string field = $"{ChartArguments.Watermark}.{ShownText.AsPathPart(member.Name)}";
            switch (member.Name)
            {
                case TextMember when member.Value.ValueKind == JsonValueKind.String:
                    watermark = watermark with { Text = member.Value.GetString() ?? "" };
                    break;
                case TextMember:
                    reader.Add(field, $"must be a string, not {ShownText.Of(member.Value)}.");
                    break;
                case SizeMember:
                    watermark = watermark with
                    {
                        SizePx = Number(reader, member.Value, field, 8, 256, watermark.SizePx),
                    };
                    break;
                case OpacityMember:
                    watermark = watermark with
                    {
                        Opacity = Number(reader, member.Value, field, 0.05, 1, watermark.Opacity),
                    };
                    break;
                default:
                    reader.Faults.Add(SpecFault.WithNearest(
                        field, "is not known; a watermark has text, size and opacity.",
                        NearestNames.Find(member.Name, WatermarkMembers, 3)));
                    break;
            }
        }

        return Checked(reader, watermark);
    }

    private static WatermarkSpec? Checked(ArgumentReader reader, WatermarkSpec watermark)
    {
        if (watermark.Text.Length is >= 1 and <= LongestWatermark) return watermark;
        reader.Add(ChartArguments.Watermark, $"must have a text of 1 to {LongestWatermark} characters.");
        return null;
    }

    private static double Number(
        ArgumentReader reader, JsonElement value, string field, double minimum, double maximum, double fallback)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number >= minimum && number <= maximum)
            return number;
        reader.Add(field, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a number from {minimum} to {maximum}, not {ShownText.Of(value)}."));
        return fallback;
    }
}
