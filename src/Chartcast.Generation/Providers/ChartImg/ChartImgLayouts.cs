using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Writes the body of a layout's chart.</summary>
internal static class ChartImgLayouts
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, ChartRequest request, LayoutReference layout)
    {
        json.WriteStartObject();
        json.WriteString("symbol", request.Symbol.ToString());
        json.WriteString("interval", request.Interval.ToString());
        json.WriteNumber("width", request.WidthPx * request.PixelRatio);
        json.WriteNumber("height", request.HeightPx * request.PixelRatio);
        json.WriteString("format", request.Format == ImageFormat.Jpeg ? "jpeg" : "png");
        if (layout.ResetZoom) json.WriteBoolean("resetZoom", true);
        WriteNumber(json, "zoomIn", layout.ZoomIn);
        WriteNumber(json, "zoomOut", layout.ZoomOut);
        WriteNumber(json, "moveLeft", layout.MoveLeft);
        WriteNumber(json, "moveRight", layout.MoveRight);
        if (request.Appearance.Watermark is { } watermark) ChartImgAppearance.WriteWatermark(json, watermark);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }
}
