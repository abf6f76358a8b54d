using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws rectangles and zones: fill, border, text inside.</summary>
internal static class BoxView
{
    private const double InsetPx = 6;

    public static void DrawRectangle(DrawingCanvas canvas)
    {
        PixelPoint start = canvas.Point("startDatetime", "startPrice");
        PixelPoint end = canvas.Point("endDatetime", "endPrice");
        double left = canvas.Is("extendLeft") ? double.NegativeInfinity : Math.Min(start.X, end.X);
        double right = canvas.Is("extendRight") ? double.PositiveInfinity : Math.Max(start.X, end.X);
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx());
        Draw(canvas, (left, Math.Min(start.Y, end.Y), right, Math.Max(start.Y, end.Y)), pen, canvas.Is("showLabel"));
    }

    public static void DrawZone(DrawingCanvas canvas)
    {
        double top = Row(canvas, "topPrice", double.NegativeInfinity);
        double bottom = Row(canvas, "bottomPrice", double.PositiveInfinity);
        double left = Column(canvas, "startDatetime", double.NegativeInfinity);
        double right = Column(canvas, "endDatetime", double.PositiveInfinity);
        Rgba color = canvas.Is("showBorder") ? canvas.Color("lineColor") : default;
        var pen = new CrispPen(color, canvas.WidthPx(), canvas.Dash());
        Draw(
            canvas, (Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom)), pen,
            hasText: true);
    }

    private static void Draw(
        DrawingCanvas canvas, (double Left, double Top, double Right, double Bottom) edges, CrispPen pen, bool hasText)
    {
        int left = DevicePixels.Round(edges.Left), right = DevicePixels.Round(edges.Right);
        int top = DevicePixels.Round(edges.Top), bottom = DevicePixels.Round(edges.Bottom);
        PixelRect area = canvas.Area;
        if (canvas.Is("fillBackground"))
        {
            canvas.Scene.FillRect(
                PixelRect.FromEdges(left, top, right + 1, bottom + 1), canvas.Color("backgroundColor"));
        }

        int from = Math.Max(left, area.Left), to = Math.Min(right + 1, area.Right);
        int first = Math.Max(top, area.Top), last = Math.Min(bottom + 1, area.Bottom);
        if (from >= to || first >= last) return;
        if (top > area.Top - pen.ThicknessPx) CrispLines.Horizontal(canvas.Scene, from, to, top, pen);
        if (bottom < area.Bottom + pen.ThicknessPx) CrispLines.Horizontal(canvas.Scene, from, to, bottom, pen);
        if (left > area.Left - pen.ThicknessPx) CrispLines.Vertical(canvas.Scene, left, first, last, pen);
        if (right < area.Right + pen.ThicknessPx) CrispLines.Vertical(canvas.Scene, right, first, last, pen);
        if (hasText && canvas.TextInput() is { } text)
            DrawText(canvas, PixelRect.FromEdges(from, first, to, last), text);
    }

    /// <summary>Writes inside the part that shows; a text taller than that stands out of it rather than being
    /// cut.</summary>
    private static void DrawText(DrawingCanvas canvas, PixelRect shown, string text)
    {
        double inset = canvas.Px(InsetPx);
        double widest = Math.Max(shown.Width - 2 * inset, canvas.Area.Width / 4.0);
        var block = new TextBlock(text, canvas.Label("textColor"), widest);
        double align = Alignment.Of(canvas.Word("horzLabelAlign"));
        double vertical = Alignment.Of(canvas.Word("vertLabelAlign"));
        bool isNarrow = block.Width > shown.Width - 2 * inset;
        double left = isNarrow
            ? (shown.Left + shown.Right - block.Width) / 2
            : shown.Left + inset + align * (shown.Width - 2 * inset - block.Width);
        double first = shown.Top + inset / 2;
        if (shown.Bottom - canvas.LegendBottom > block.Height) first = Math.Max(first, canvas.LegendBottom);
        double top = first + vertical * (shown.Bottom - inset / 2 - first - block.Height);
        PixelPoint corner = LabelBox.Inside(left, top, block.Width, block.Height, canvas);
        block.Draw(canvas.Scene, corner.X, corner.Y, align);
    }

    private static double Row(DrawingCanvas canvas, string key, double open) =>
        canvas.Spec.Input(key) is null ? open : canvas.Y(key);

    private static double Column(DrawingCanvas canvas, string key, double open) =>
        canvas.Spec.Input(key) is null ? open : canvas.X(key);
}
