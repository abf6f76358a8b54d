using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Documented;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Says a body in the words of <c>generate_chart</c>'s arguments, with v2's defaults. Values are copied as
/// they came, so that the one reader of chart requests words their faults; only what v2 asks beyond it is checked
/// here.</summary>
/// <param name="body">The body; receives faults with paths of the body.</param>
/// <param name="warnings">Receives what is drawn otherwise than Chart-IMG would.</param>
internal sealed class BodyTranslation(ArgumentReader body, List<string> warnings)
{
    private const string NameMember = "name";
    private const string TypeMember = "type";
    private const string DefaultSymbol = "BINANCE:BTCUSDT";
    private const string DefaultZone = "Etc/UTC";
    private const string DefaultSession = "regular";
    private const int DefaultWatermarkSize = 16;
    private const double DefaultWatermarkOpacity = 1;

    private static readonly int[] WatermarkSizes = [16, 32, 64, 128];

    // Stands where something has no usable name: the body is refused then, and the places of the others stay right.
    private static readonly JsonElement AnyStudy = JsonElement.Parse("""{"name":"Volume"}""");
    private static readonly JsonElement AnyDrawing =
        JsonElement.Parse("""{"name":"Horizontal Line","input":{"price":1}}""");

    /// <summary>Writes the arguments.</summary>
    /// <param name="format">The format when the body names none.</param>
    public byte[] Write(string format)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Copy(json, BodyKeys.Symbol, ChartArguments.Symbol, DefaultSymbol);
            Copy(json, BodyKeys.Interval, ChartArguments.Interval);
            Copy(json, BodyKeys.Style, ChartArguments.ChartType);
            Copy(json, BodyKeys.Theme, ChartArguments.Theme);
            Copy(json, BodyKeys.Scale, ChartArguments.Scale);
            Copy(json, BodyKeys.Session, ChartArguments.Session, DefaultSession);
            Copy(json, BodyKeys.TimeZone, ChartArguments.TimeZone, DefaultZone);
            Copy(json, BodyKeys.Format, ChartArguments.Format, format);
            Copy(json, BodyKeys.Override, ChartArguments.Override);
            WriteNumber(
                json, BodyKeys.Width, ChartArguments.Width, ChartImgRequestMap.MinimumWidthPx,
                ChartRequest.MaximumSizePx);
            WriteNumber(
                json, BodyKeys.Height, ChartArguments.Height, ChartImgRequestMap.MinimumHeightPx,
                ChartRequest.MaximumSizePx);
            WriteNumber(json, BodyKeys.ShiftLeft, ChartArguments.ShiftLeft, 1, AppearanceArguments.MaximumShift);
            WriteNumber(json, BodyKeys.ShiftRight, ChartArguments.ShiftRight, 1, AppearanceArguments.MaximumShift);
            WriteRange(json);
            WriteWatermark(json);
            WriteNamed(json, BodyKeys.Studies, ChartArguments.Indicators, StudyNameOf, AnyStudy);
            WriteNamed(json, BodyKeys.Drawings, ChartArguments.Drawings, DrawingNameOf, AnyDrawing);
            json.WriteBoolean(ChartArguments.ShowVolume, false);
            json.WriteString(ChartArguments.Provider, "local");
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void Copy(Utf8JsonWriter json, string key, string argument, string? fallback = null)
    {
        if (body.TryGet(key, out JsonElement value))
        {
            json.WritePropertyName(argument);
            value.WriteTo(json);
        }
        else if (fallback is not null) json.WriteString(argument, fallback);
    }

    private void WriteNumber(Utf8JsonWriter json, string key, string argument, int minimum, int maximum)
    {
        if (body.WholeNumber(key, minimum, maximum) is { } number) json.WriteNumber(argument, number);
    }

    /// <summary>v2 needs both ends of a range; ours takes one.</summary>
    private void WriteRange(Utf8JsonWriter json)
    {
        Copy(json, BodyKeys.Range, ChartArguments.Range);
        if (!body.TryGet(BodyKeys.Range, out JsonElement range) || range.ValueKind != JsonValueKind.Object) return;
        bool hasFrom = range.TryGetProperty("from"u8, out _);
        bool hasTo = range.TryGetProperty("to"u8, out _);
        if (hasFrom != hasTo)
            body.Add($"{BodyKeys.Range}.{(hasFrom ? "to" : "from")}", "is missing: a range has from and to.");
    }

    private void WriteWatermark(Utf8JsonWriter json)
    {
        int size = WatermarkSize();
        double opacity = WatermarkOpacity();
        string? text = body.Text(BodyKeys.Watermark);
        if (string.IsNullOrEmpty(text))
        {
            foreach (string key in new[] { BodyKeys.WatermarkSize, BodyKeys.WatermarkOpacity })
            {
                if (body.TryGet(key, out _)) warnings.Add($"{key} changes nothing without {BodyKeys.Watermark}.");
            }

            return;
        }

        json.WriteStartObject(ChartArguments.Watermark);
        json.WriteString("text", text);
        json.WriteNumber("size", size);
        json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
    }

    private int WatermarkSize()
    {
        if (!body.TryGet(BodyKeys.WatermarkSize, out JsonElement value)) return DefaultWatermarkSize;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && WatermarkSizes.Contains((int)number) && number == (int)number)
            return (int)number;
        body.Add(
            BodyKeys.WatermarkSize, $"must be {string.Join(", ", WatermarkSizes)}, not {ShownText.Of(value)}.");
        return DefaultWatermarkSize;
    }

    private double WatermarkOpacity()
    {
        if (!body.TryGet(BodyKeys.WatermarkOpacity, out JsonElement value)) return DefaultWatermarkOpacity;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number is >= WatermarkSpec.MinimumOpacity and <= 1)
            return number;
        body.Add(BodyKeys.WatermarkOpacity, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a number from {WatermarkSpec.MinimumOpacity} to 1, not {ShownText.Of(value)}."));
        return DefaultWatermarkOpacity;
    }

    /// <summary>Copies a list of things that v2 knows by their exact name only.</summary>
    private void WriteNamed(
        Utf8JsonWriter json, string key, string argument, Func<string, (string? Name, bool IsOfV2)> find,
        JsonElement substitute)
    {
        if (!body.TryGet(key, out JsonElement list)) return;
        json.WritePropertyName(argument);
        if (list.ValueKind != JsonValueKind.Array)
        {
            list.WriteTo(json);
            return;
        }

        json.WriteStartArray();
        int index = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            string path = $"{key}[{index++}]";
            if (HasName(element, path, find)) WriteExact(json, element, path);
            else substitute.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private bool HasName(JsonElement element, string path, Func<string, (string? Name, bool IsOfV2)> find)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            body.Add(path, $"must be an object with a name, not {ShownText.Of(element)}.");
            return false;
        }

        path = $"{path}.{NameMember}";
        if (!element.TryGetProperty(NameMember, out JsonElement value))
        {
            body.Add(path, "is missing.");
            return false;
        }

        // The reader of the arguments says what else is wrong with a name.
        if (value.ValueKind != JsonValueKind.String) return true;
        string name = value.GetString()!;
        (string? exact, bool isOfV2) = find(name);
        if (exact is null) return true;
        if (exact != name)
        {
            body.Faults.Add(SpecFault.WithNearest(path, $"{ShownText.Of(name)} is no exact name.", [exact]));
            return false;
        }

        if (!isOfV2) warnings.Add($"{path} {exact} is drawn, but Chart-IMG does not know it.");
        return true;
    }

    /// <summary>Copies one of them without <c>type</c>, which v2 does not know and our friendly form would take for
    /// its name.</summary>
    private void WriteExact(Utf8JsonWriter json, JsonElement element, string path)
    {
        json.WriteStartObject();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Name != TypeMember) member.WriteTo(json);
            else warnings.Add($"{path}.{TypeMember} is not known in this body and is ignored.");
        }

        json.WriteEndObject();
    }

    private static (string? Name, bool IsOfV2) StudyNameOf(string name) =>
        IndicatorCatalog.TryFind(name, out IndicatorListing? listing)
            ? (listing.Name, DocumentedStudies.Has(listing.Name))
            : (null, false);

    private static (string? Name, bool IsOfV2) DrawingNameOf(string name) =>
        DrawingCatalog.TryFind(name, out DrawingListing? listing)
            ? (listing.Name, listing.IsOfChartImg)
            : (null, false);
}
