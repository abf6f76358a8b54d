using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws straight lines of drawings: sharp ones when upright or level, antialiased ones else.</summary>
internal static class DrawingLines
{
    /// <summary>Draws the part of a line that shows.</summary>
    /// <param name="canvas">The pane.</param>
    /// <param name="line">Its ends, in places of <see cref="DrawingCanvas"/>.</param>
    /// <param name="pen">Colour, thickness and dashes.</param>
    /// <param name="reach">How far it goes in its own lengths; (0, 1) from end to end.</param>
    public static void Draw(
        DrawingCanvas canvas, (PixelPoint Start, PixelPoint End) line, CrispPen pen, (double From, double To) reach)
    {
        if (!SegmentClip.TryCut(ref line, reach, canvas.Area, pen.ThicknessPx)) return;
        int startX = DevicePixels.Round(line.Start.X), endX = DevicePixels.Round(line.End.X);
        int startY = DevicePixels.Round(line.Start.Y), endY = DevicePixels.Round(line.End.Y);
        if (startY == endY)
        {
            CrispLines.Horizontal(canvas.Scene, Math.Min(startX, endX), Math.Max(startX, endX) + 1, startY, pen);
        }
        else if (startX == endX)
        {
            CrispLines.Vertical(canvas.Scene, startX, Math.Min(startY, endY), Math.Max(startY, endY) + 1, pen);
        }
        else
        {
            ReadOnlySpan<PixelPoint> points = [Middle(line.Start), Middle(line.End)];
            canvas.Scene.StrokePolyline(points, new Stroke(pen.Color, pen.ThicknessPx, pen.Dash));
        }
    }

    /// <summary>Draws a line from end to end.</summary>
    public static void Draw(DrawingCanvas canvas, PixelPoint start, PixelPoint end, CrispPen pen) =>
        Draw(canvas, (start, end), pen, (0, 1));

    /// <summary>Draws an open arrow head.</summary>
    /// <param name="canvas">The pane.</param>
    /// <param name="tip">Where it points at.</param>
    /// <param name="direction">Where it points to: a step along one axis.</param>
    /// <param name="pen">Colour and thickness.</param>
    public static void Head(DrawingCanvas canvas, PixelPoint tip, (int X, int Y) direction, CrispPen pen)
    {
        double length = canvas.Px(5) + pen.ThicknessPx;
        PixelPoint point = Middle(new PixelPoint(DevicePixels.Round(tip.X), DevicePixels.Round(tip.Y)));
        double backX = point.X - direction.X * length, backY = point.Y - direction.Y * length;
        double sideX = direction.Y * length * 0.7, sideY = direction.X * length * 0.7;
        ReadOnlySpan<PixelPoint> points =
            [new(backX + sideX, backY + sideY), point, new(backX - sideX, backY - sideY)];
        canvas.Scene.StrokePolyline(points, new Stroke(pen.Color, pen.ThicknessPx));
    }

    /// <summary>The middle of the pixel at a place.</summary>
    public static PixelPoint Middle(PixelPoint place) =>
        new(DevicePixels.Clamp(place.X) + 0.5, DevicePixels.Clamp(place.Y) + 0.5);
}
