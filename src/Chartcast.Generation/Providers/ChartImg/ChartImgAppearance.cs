using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says scale, overrides, drawings and shifts in the words of Chart-IMG's v2 body, which our own are made
/// after.</summary>
internal static class ChartImgAppearance
{
    private const string OurOwnFlag = "showSessionBreaks";
    private const string OrLocal = "leave it out, or use provider local.";

    private static readonly double[] WatermarkSizes = [16, 32, 64, 128];

    /// <summary>What Chart-IMG has no words for.</summary>
    public static IEnumerable<FieldFault> Refusals(ChartAppearance appearance)
    {
        if (appearance.Compared.Count > 0) yield return new("compare", $"is not offered there: {OrLocal}");
        foreach (FieldFault fault in WatermarkFaults(appearance)) yield return fault;
        if (appearance.ThemeOverrides.Count > 0) yield return new("colors", $"is not offered there: {OrLocal}");
        if (!appearance.Display.ShowSessionBreaks)
            yield return new($"override.{OurOwnFlag}", $"is not known there: {OrLocal}");
        foreach (string key in appearance.SeriesOverrides.Keys.Where(IsOfOwnStyle))
            yield return new($"override.style.{key}", $"is not known there: {OrLocal}");
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

    /// <summary>What Chart-IMG does not take of a text behind the bars, in any version.</summary>
    public static IEnumerable<FieldFault> WatermarkFaults(ChartAppearance appearance)
    {
        if (appearance.Watermark is not { } watermark || WatermarkSizes.Contains(watermark.SizePx)) yield break;
        yield return new(
            "watermark.size", $"must be {string.Join(", ", WatermarkSizes)} there: give one of them, or {OrLocal}");
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
        if (appearance.Watermark is { } watermark) WriteWatermark(json, watermark);
        WriteOverride(json, request, warnings);
        if (appearance.Drawings.Count == 0) return;
        json.WriteStartArray("drawings");
        foreach (DrawingSpec drawing in appearance.Drawings)
            WriteDrawing(json, drawing, request, warnings);
        json.WriteEndArray();
    }

    /// <summary>Writes a text of the account's own.</summary>
    public static void WriteWatermark(Utf8JsonWriter json, WatermarkSpec watermark)
    {
        json.WriteString("watermark", watermark.Text);
        json.WriteNumber("watermarkSize", watermark.SizePx);
        json.WriteNumber("watermarkOpacity", watermark.Opacity);
    }

    private static bool IsOfOwnStyle(string key) =>
        SeriesStyleKeys.TryFind(key, out SeriesStyleKey? found) && ChartImgRequestMap.StyleName(found.Style) is null;

    private static IEnumerable<string> OwnKeys(DrawingSpec drawing) =>
        drawing.Listing.Inputs.Where(key => !key.IsOfChartImg && drawing.Inputs.ContainsKey(key.Name))
            .Concat(drawing.Listing.Overrides.Where(
                key => !key.IsOfChartImg && drawing.Overrides.ContainsKey(key.Name)))
            .Select(static key => key.Name);

    private static void WriteOverride(Utf8JsonWriter json, ChartRequest request, List<string> warnings)
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

        WriteSeriesStyle(json, request.Appearance.SeriesOverrides, warnings);
        if (!request.ShowGrid)
        {
            json.WriteBoolean("showVertGrid", false);
            json.WriteBoolean("showHorzGrid", false);
        }

        // A denser picture is a larger one there, so its text and its pane have to grow along.
        if (request.PixelRatio > 1)
        {
            DisplayOptions display = request.Appearance.Display;
            json.WriteNumber("scalesFontSize", Math.Min(
                DisplayOptions.MaximumScalesFontPx, display.ScalesFontPx * request.PixelRatio));
            if (display.MainPaneHeightPx is { } height)
            {
                json.WriteNumber("mainPaneHeight", Math.Min(
                    DisplayOptions.MaximumMainPaneHeightPx, height * request.PixelRatio));
            }
        }

        json.WriteEndObject();
    }

    // Colours may be asked for in forms that Chart-IMG does not take.
    private static void WriteSeriesStyle(
        Utf8JsonWriter json, IReadOnlyDictionary<string, StudyStyleValue> style, List<string> warnings)
    {
        if (style.Count == 0) return;
        json.WriteStartObject("style");
        foreach (string key in style.Keys.Order(StringComparer.Ordinal))
            ChartImgStudies.WriteStyle(json, key, style[key], warnings);
        json.WriteEndObject();
    }

    private static bool IsReplaced(JsonProperty member, ChartRequest request) => member.Name switch
    {
        OurOwnFlag or "style" => true,
        "showVertGrid" or "showHorzGrid" => !request.ShowGrid,
        "scalesFontSize" or "mainPaneHeight" => request.PixelRatio > 1,
        _ => false,
    };

    /// <summary>Chart-IMG takes opacity with one decimal at most, and no date without its time.</summary>
    private static void WriteDrawing(
        Utf8JsonWriter json, DrawingSpec drawing, ChartRequest request, List<string> warnings)
    {
        string ColorOf(Rgba color)
        {
            string text = ChartImgStudies.ColorText(color, out bool isRounded);
            if (isRounded)
            {
                warnings.Add(
                    $"Chart-IMG takes opacity in tenths: {color} of {drawing.Listing.Name} is sent as {text}.");
            }

            return text;
        }

        DrawingSpecWriter.Write(
            json, drawing, new DrawingWords(ColorOf, time => ChartImgMoments.Text(MomentOf(time, request))));
    }

    // Bars of a day and longer are dates, and the date as written counts; in shorter ones a date begins in the chart's
    // zone.
    private static DateTimeOffset MomentOf(DrawingTime time, ChartRequest request)
    {
        if (!request.Interval.IsIntraday) return new DateTimeOffset(time.Moment.DateTime, TimeSpan.Zero);
        if (!time.IsDate) return time.Moment;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId);
        DateTime midnight = time.Moment.DateTime;
        // Where the clock is put forward at midnight, the day begins an hour later.
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
