using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.MarketData;

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

    /// <summary>The arguments read here.</summary>
    internal static readonly string[] Names =
    [
        ChartArguments.Scale, ChartArguments.Override, ChartArguments.Drawings, ChartArguments.Compare,
        ChartArguments.Watermark, ChartArguments.Colors, ChartArguments.ShiftLeft,
        ChartArguments.ShiftRight,
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
            ThemeOverrides = reader.TryGet(ChartArguments.Colors, out JsonElement colors)
                ? ThemeOverridesReader.Read(colors, ChartArguments.Colors, reader.Faults)
                : FrozenDictionary<string, Rgba>.Empty,
            Watermark = reader.TryGet(ChartArguments.Watermark, out JsonElement watermark)
                ? WatermarkReader.Read(watermark, ChartArguments.Watermark, reader.Faults)
                : null,
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
}
