using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws an arrow that widens from its tail to its head; the text stands beyond the tail.</summary>
internal static class ArrowMarkerView
{
    private const double LeastHeadPx = 10;
    private const double MostHeadPx = 26;
    private const double HeadShare = 0.28;

    /// <summary>Half widths in lengths of the head: of the head, of the shaft at the head and at the tail.</summary>
    private const double HeadHalf = 0.48;
    private const double NeckHalf = 0.2;
    private const double TailHalf = 0.06;
    private const double TextGapPx = 5;

    public static void Draw(DrawingCanvas canvas)
    {
        (PixelPoint Start, PixelPoint End) line =
            (canvas.Point("startDatetime", "startPrice"), canvas.Point("endDatetime", "endPrice"));
        double dx = line.End.X - line.Start.X, dy = line.End.Y - line.Start.Y;
        double length = Math.Sqrt(dx * dx + dy * dy);
        PixelPoint direction = length > 0 ? new PixelPoint(dx / length, dy / length) : new PixelPoint(0, -1);
        double head = Math.Clamp(length * HeadShare, canvas.Px(LeastHeadPx), canvas.Px(MostHeadPx));
        PixelPoint tail = line.Start;
        // What lies more than a head's length outside is neither seen nor able to bend the shaft.
        if (!SegmentClip.TryCut(ref line, (0, 1), canvas.Area, 2 * head)) return;
        DrawArrow(canvas, line, direction, head);
        if (canvas.TextInput() is { } text) DrawText(canvas, tail, direction, text);
    }

    private static void DrawArrow(
        DrawingCanvas canvas, (PixelPoint Start, PixelPoint End) line, PixelPoint direction, double head)
    {
        PixelPoint tail = DrawingLines.Middle(line.Start), tip = DrawingLines.Middle(line.End);
        var neck = new PixelPoint(tip.X - head * direction.X, tip.Y - head * direction.Y);
        ReadOnlySpan<PixelPoint> points =
        [
            Beside(tail, direction, head * TailHalf), Beside(neck, direction, head * NeckHalf),
            Beside(neck, direction, head * HeadHalf), tip, Beside(neck, direction, -head * HeadHalf),
            Beside(neck, direction, -head * NeckHalf), Beside(tail, direction, -head * TailHalf),
        ];
        canvas.Scene.FillPolygon(points, Fill.Solid(canvas.Color("arrowColor")));
    }

    private static void DrawText(DrawingCanvas canvas, PixelPoint tail, PixelPoint direction, string text)
    {
        PixelRect area = canvas.Area;
        if (tail.X < area.Left || tail.X > area.Right || tail.Y < area.Top || tail.Y > area.Bottom) return;
        var block = new TextBlock(text, canvas.Label("textColor"), area.Width / 2.0);
        double gap = canvas.Px(TextGapPx);
        // Of a mostly upright arrow the text stands above or below, else at the side.
        bool isUpright = Math.Abs(direction.Y) > Math.Abs(direction.X);
        double left = isUpright ? tail.X - block.Width / 2
            : direction.X > 0 ? tail.X - gap - block.Width : tail.X + gap;
        double top = !isUpright ? tail.Y - block.Height / 2
            : direction.Y > 0 ? tail.Y - gap - block.Height : tail.Y + gap;
        PixelPoint corner = LabelBox.Inside(left, top, block.Width, block.Height, canvas);
        block.Draw(canvas.Scene, corner.X, corner.Y, 0.5);
    }

    private static PixelPoint Beside(PixelPoint point, PixelPoint direction, double distance) =>
        new(point.X - distance * direction.Y, point.Y + distance * direction.X);
}
