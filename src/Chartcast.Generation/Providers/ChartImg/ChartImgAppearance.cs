using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says scale, overrides, drawings and shifts in the words of Chart-IMG's v2 body, which our own are made
/// after.</summary>
internal static class ChartImgAppearance
{
    private const string OurOwnFlag = "showSessionBreaks";
    private const string OrLocal = "leave it out, or use provider local.";

    /// <summary>What Chart-IMG has no words for.</summary>
    public static IEnumerable<FieldFault> Refusals(ChartAppearance appearance)
    {
        if (appearance.Compared.Count > 0) yield return new("compare", $"is not offered there: {OrLocal}");
        if (appearance.Watermark is not null)
            yield return new("watermark", $"depends on the plan there and is not asked for: {OrLocal}");
        if (appearance.ThemeOverrides.Count > 0) yield return new("colors", $"is not offered there: {OrLocal}");
        if (!appearance.Display.ShowSessionBreaks)
            yield return new($"override.{OurOwnFlag}", $"is not known there: {OrLocal}");
        for (int i = 0; i < appearance.Drawings.Count; i++)
        {
            DrawingSpec drawing = appearance.Drawings[i];
            string field = $"drawings[{i}]";
            if (!drawing.Listing.IsOfChartImg)
            {
                yield return new(field, $"{drawing.Listing.Name} is not offered there: {OrLocal}");
                continue;
            }

            foreach (string key in OwnKeys(drawing))
                yield return new($"{field}.{key}", $"is not known there: {OrLocal}");
        }
    }

    /// <summary>Writes the members of the body.</summary>
    /// <param name="json">Receives them, inside the body.</param>
    /// <param name="request">A request without <see cref="Refusals"/>.</param>
    /// <param name="warnings">Receives what Chart-IMG will draw differently.</param>
    public static void Write(Utf8JsonWriter json, ChartRequest request, List<string> warnings)
    {
        ChartAppearance appearance = request.Appearance;
        if (appearance.Scale.Mode is { } mode) json.WriteString("scale", mode.WireName());
        if (appearance.ShiftLeftBars > 0) json.WriteNumber("shiftLeft", appearance.ShiftLeftBars);
        if (appearance.ShiftRightBars > 0) json.WriteNumber("shiftRight", appearance.ShiftRightBars);
        WriteOverride(json, request);
        if (appearance.Drawings.Count == 0) return;
        json.WriteStartArray("drawings");
        foreach (DrawingSpec drawing in appearance.Drawings)
            DrawingSpecWriter.Write(json, InTenths(drawing, warnings));
        json.WriteEndArray();
    }

    private static IEnumerable<string> OwnKeys(DrawingSpec drawing) =>
        drawing.Listing.Inputs.Where(key => !key.IsOfChartImg && drawing.Inputs.ContainsKey(key.Name))
            .Concat(drawing.Listing.Overrides.Where(
                key => !key.IsOfChartImg && drawing.Overrides.ContainsKey(key.Name)))
            .Select(static key => key.Name);

    private static void WriteOverride(Utf8JsonWriter json, ChartRequest request)
    {
        using JsonDocument asked = JsonDocument.Parse(request.Appearance.Json);
        bool hasOwn = asked.RootElement.TryGetProperty("override"u8, out JsonElement own);
        if (request.ShowGrid && request.PixelRatio == 1 && !hasOwn) return;
        json.WriteStartObject("override");
        if (hasOwn)
        {
            foreach (JsonProperty member in own.EnumerateObject())
            {
                if (!IsReplaced(member, request)) member.WriteTo(json);
            }
        }

        if (!request.ShowGrid)
        {
            json.WriteBoolean("showVertGrid", false);
            json.WriteBoolean("showHorzGrid", false);
        }

        // A denser picture is a larger one there, so its text has to grow along.
        if (request.PixelRatio > 1)
        {
            int size = request.Appearance.Display.ScalesFontPx * request.PixelRatio;
            json.WriteNumber("scalesFontSize", Math.Min(DisplayOptions.MaximumScalesFontPx, size));
        }

        json.WriteEndObject();
    }

    private static bool IsReplaced(JsonProperty member, ChartRequest request) => member.Name switch
    {
        OurOwnFlag => true,
        "showVertGrid" or "showHorzGrid" => !request.ShowGrid,
        "scalesFontSize" => request.PixelRatio > 1,
        _ => false,
    };

    /// <summary>Chart-IMG takes opacity with one decimal at most.</summary>
    private static DrawingSpec InTenths(DrawingSpec drawing, List<string> warnings)
    {
        var overrides = new Dictionary<string, DrawingValue>(drawing.Overrides.Count, StringComparer.Ordinal);
        foreach ((string key, DrawingValue value) in drawing.Overrides)
        {
            overrides[key] = value;
            if (value.Color is not { } color) continue;
            string text = ChartImgStudies.ColorText(color, out bool isRounded);
            if (!isRounded) continue;
            warnings.Add($"Chart-IMG takes opacity in tenths: {key} {color} is sent as {text}.");
            overrides[key] = new DrawingValue(Color: Chartcast.Drawing.Painting.Rgba.Parse(text));
        }

        return drawing with { Overrides = overrides };
    }
}
