using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a note in a corner of the pane, or at a bar with a thin line to it.</summary>
internal static class NoteView
{
    private const double PaddingEms = 0.6;
    private const double RadiusPx = 4;
    private const double MarginPx = 8;
    private const double GapPx = 6;
    private const double StemPx = 22;
    private const double WidestShare = 0.4;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        double padding = canvas.Px(canvas.Number("fontSize")) * PaddingEms;
        var block = new TextBlock(
            canvas.TextInput()!, canvas.Label("textColor"), Math.Max(area.Width * WidestShare, canvas.Px(60)));
        double width = block.Width + 2 * padding, height = block.Height + padding;
        PixelPoint? corner = canvas.Spec.Input("datetime") is null
            ? InCorner(canvas, width, height)
            : AtBar(canvas, width, height);
        if (corner is not { } place) return;
        PixelRect box = LabelBox.Around(place.X, place.Y, width, height);
        Rgba fill = canvas.Is("fillBackground") ? canvas.Color("backgroundColor") : default;
        Rgba border = canvas.Is("showBorder") ? canvas.Color("borderColor") : default;
        LabelBox.Draw(canvas.Scene, box, canvas.Px(RadiusPx), fill, new CrispPen(border, canvas.Ratio));
        block.Draw(canvas.Scene, box.Left + padding, box.Top + padding / 2);
    }

    /// <summary>Notes of one corner stand one below the other; the legend keeps its place.</summary>
    private static PixelPoint InCorner(DrawingCanvas canvas, double width, double height)
    {
        PixelRect area = canvas.Area;
        string word = canvas.Spec.Input("corner")!.Value.Text!;
        bool isLeft = word.EndsWith("left", StringComparison.Ordinal);
        bool isTop = word.StartsWith(Alignment.Top, StringComparison.Ordinal);
        double margin = canvas.Px(MarginPx);
        ref double used = ref canvas.CornerHeights[(isTop ? 0 : 2) + (isLeft ? 0 : 1)];
        double start = isTop ? canvas.LegendBottom - area.Top : margin;
        double down = Math.Max(start, margin) + used;
        used += height + canvas.Px(GapPx);
        return LabelBox.Inside(
            isLeft ? area.Left + margin : area.Right - margin - width,
            isTop ? area.Top + down : area.Bottom - down - height, width, height, canvas);
    }

    private static PixelPoint? AtBar(DrawingCanvas canvas, double width, double height)
    {
        PixelRect area = canvas.Area;
        double price = canvas.Spec.Input("price")?.Number ?? canvas.Chart.Bars.Highs[canvas.BarAt("datetime")];
        var anchor = new PixelPoint(canvas.X("datetime"), canvas.RowOf(price));
        if (anchor.X < area.Left || anchor.X > area.Right || anchor.Y < area.Top || anchor.Y > area.Bottom) return null;
        double stem = canvas.Px(StemPx);
        double above = anchor.Y - stem - height, below = anchor.Y + stem;
        bool isAbove = above >= area.Top || below + height > area.Bottom;
        PixelPoint corner = LabelBox.Inside(anchor.X - width / 2, isAbove ? above : below, width, height, canvas);
        double near = isAbove ? corner.Y + height : corner.Y;
        var pen = new CrispPen(canvas.Color("borderColor"), canvas.Ratio);
        int column = DevicePixels.Round(anchor.X), row = DevicePixels.Round(anchor.Y), end = DevicePixels.Round(near);
        CrispLines.Vertical(canvas.Scene, column, Math.Min(row, end), Math.Max(row, end), pen);
        double dot = canvas.Px(2.5);
        MarkShapes.Around(canvas, new PixelPoint(column + 0.5, row + 0.5), 2 * dot, "circle", pen.Color);
        return corner;
    }
}
