using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a straight line through two points, its text along it.</summary>
internal static class TrendLineView
{
    public static void Draw(DrawingCanvas canvas)
    {
        PixelPoint start = canvas.Point("startDatetime", "startPrice");
        PixelPoint end = canvas.Point("endDatetime", "endPrice");
        if (start.X > end.X) (start, end) = (end, start);
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx(), canvas.Dash());
        double from = canvas.Is("extendLeft") ? double.NegativeInfinity : 0;
        double to = canvas.Is("extendRight") ? double.PositiveInfinity : 1;
        DrawingLines.Draw(canvas, (start, end), pen, (from, to));
        if (canvas.Is("showLabel") && canvas.TextInput() is { } text) DrawText(canvas, (start, end), (from, to), text);
    }

    private static void DrawText(
        DrawingCanvas canvas, (PixelPoint Start, PixelPoint End) line, (double From, double To) reach, string text)
    {
        if (!SegmentClip.TryCut(ref line, reach, canvas.Area, 0)) return;
        double dx = line.End.X - line.Start.X, dy = line.End.Y - line.Start.Y;
        double length = Math.Sqrt(dx * dx + dy * dy);
        PixelPoint direction = length > 0 ? new PixelPoint(dx / length, dy / length) : new PixelPoint(1, 0);
        var block = new TextBlock(text, canvas.Label("textColor"));
        double gap = canvas.Px(LineLabel.GapPx) + canvas.WidthPx() / 2.0;
        double align = Alignment.Of(canvas.Word("horzLabelAlign"));
        double along = align * (length - block.Width);
        double down = canvas.Word("vertLabelAlign") switch
        {
            Alignment.Top => -gap - block.Height,
            Alignment.Middle => -block.Height / 2,
            _ => gap,
        };
        PixelPoint start = DrawingLines.Middle(line.Start);
        var corner = new PixelPoint(
            start.X + along * direction.X - down * direction.Y, start.Y + along * direction.Y + down * direction.X);
        corner = Inside(canvas, corner, direction, block);
        if (dy == 0) block.Draw(canvas.Scene, corner.X, corner.Y, align);
        else block.DrawAlong(canvas.Scene, corner, direction, align);
    }

    /// <summary>Moves a turned text into the pane by the box around it.</summary>
    private static PixelPoint Inside(DrawingCanvas canvas, PixelPoint corner, PixelPoint direction, TextBlock block)
    {
        double acrossX = -block.Height * direction.Y, acrossY = block.Height * direction.X;
        double alongX = block.Width * direction.X, alongY = block.Width * direction.Y;
        double left = corner.X + Math.Min(0, acrossX) + Math.Min(0, alongX);
        double top = corner.Y + Math.Min(0, acrossY) + Math.Min(0, alongY);
        double width = Math.Abs(acrossX) + Math.Abs(alongX), height = Math.Abs(acrossY) + Math.Abs(alongY);
        PixelPoint inside = LabelBox.Inside(left, top, width, height, canvas);
        return new PixelPoint(corner.X + inside.X - left, corner.Y + inside.Y - top);
    }
}
