using System.Globalization;
using System.Text.Json;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tools;

/// <summary>What a request would do: who would draw, at which size, at what cost, what would be clamped.</summary>
internal sealed class DryRun
{
    /// <summary>The JSON Schema of <c>quota</c>.</summary>
    public const string QuotaSchema = """
        {"type":"object","description":"Of a dry run: what the chart would cost of the Chart-IMG key's calls.",
          "properties":{"costs":{"type":"integer"},"usedToday":{"type":"integer"},"leftToday":{"type":"integer"},
          "resetsAt":{"type":"string","format":"date-time"} } }
        """;

    private const string Local = "local";

    private readonly ChartRequest _request;
    private readonly ChartImgPreview? _preview;

    /// <summary>Works it out.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="chosen">The provider that would be asked first.</param>
    /// <param name="preview">What Chart-IMG would do; null when it is not asked.</param>
    public DryRun(ChartRequest request, string chosen, ChartImgPreview? preview)
    {
        _request = request;
        _preview = preview;
        Provider = chosen;
        WidthPx = preview?.Body?.WidthPx ?? (request.WidthPx * request.PixelRatio);
        HeightPx = preview?.Body?.HeightPx ?? (request.HeightPx * request.PixelRatio);
        if (preview is null) return;
        if (preview.IsKept) Warnings.Add("It is in the cache and would cost nothing.");
        Warnings.AddRange(preview.Body?.Warnings ?? []);
        if (preview.Refusal is not { } refusal) return;
        bool fallsBack = request.Provider == ProviderPreference.Auto && request.Layout is null
            && !request.IsStoredAtProvider;
        if (fallsBack) Provider = Local;
        Warnings.Add(fallsBack
            ? $"The local engine would draw instead of Chart-IMG: {refusal.Message}"
            : $"The chart would fail without a call: {refusal.Message}");
    }

    /// <summary>The wire name of who would draw.</summary>
    public string Provider { get; }

    /// <summary>Width of the picture in its own pixels.</summary>
    public int WidthPx { get; }

    /// <summary>Height of the picture in its own pixels.</summary>
    public int HeightPx { get; }

    /// <summary>What the caller should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>In a few sentences.</summary>
    public string Text
    {
        get
        {
            string left = _preview?.Left?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number";
            string quota = _preview is null ? "" : string.Create(
                CultureInfo.InvariantCulture, $" It would cost {Costs} of Chart-IMG's calls; {left} left today.");
            return $"Dry run, nothing was made: {Provider} would draw {_request.Symbol} {_request.Interval} "
                + $"at {WidthPx}×{HeightPx} px.{quota} {string.Join(' ', Warnings)}".TrimEnd();
        }
    }

    private int Costs => _preview is { Refusal: null, IsKept: false } ? 1 : 0;

    /// <summary>Writes the answer.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("dryRun"u8, true);
        json.WriteString("symbol"u8, _request.Symbol.ToString());
        json.WriteString("interval"u8, _request.Interval.ToString());
        json.WriteString("provider"u8, Provider);
        json.WriteStartObject("image"u8);
        json.WriteString("mimeType"u8, ChartImage.MimeTypeOf(_request.Format));
        json.WriteNumber("widthPx"u8, WidthPx);
        json.WriteNumber("heightPx"u8, HeightPx);
        json.WriteEndObject();
        if (_preview is not null)
        {
            json.WriteStartObject("quota"u8);
            json.WriteNumber("costs"u8, Costs);
            json.WriteNumber("usedToday"u8, _preview.Usage.Today);
            if (_preview.Left is { } left) json.WriteNumber("leftToday"u8, left);
            json.WriteString("resetsAt"u8, _preview.Usage.ResetsAt.UtcDateTime);
            json.WriteEndObject();
        }

        json.WriteStartArray("warnings"u8);
        foreach (string warning in Warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
