using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws the boxes that texts stand in, and finds where they fit.</summary>
internal static class LabelBox
{
    /// <summary>What a box leaves free at the pane's edges, in logical pixels.</summary>
    private const int EdgePx = 2;
    private const double PlateOpacity = 0.7;
    private const double PlatePaddingPx = 3;
    private const double PlateRadiusPx = 3;

    /// <summary>Moves a box into the pane, as far as it fits.</summary>
    /// <param name="left">Left edge.</param>
    /// <param name="top">Top edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="canvas">The pane.</param>
    public static PixelPoint Inside(double left, double top, double width, double height, DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        double edge = canvas.Px(EdgePx);
        return new PixelPoint(
            Math.Max(area.Left + edge, Math.Min(left, area.Right - edge - width)),
            Math.Max(area.Top + edge, Math.Min(top, area.Bottom - edge - height)));
    }

    /// <summary>Fills a box with rounded corners and draws its border inside its edges.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="box">Whole device pixels.</param>
    /// <param name="radius">Of the corners, in device pixels.</param>
    /// <param name="fill">The inside; transparent for none.</param>
    /// <param name="border">Colour and thickness; transparent for none.</param>
    public static void Draw(SceneBuilder scene, PixelRect box, double radius, Rgba fill, CrispPen border)
    {
        if (box.IsEmpty) return;
        Span<PixelPoint> points = stackalloc PixelPoint[4 * RoundedBox.ArcPoints + 2];
        double inset = border.Color.A == 0 ? 0 : border.ThicknessPx / 2.0;
        int count = Outline(points, box, inset, radius);
        if (fill.A > 0) scene.FillPolygon(points[..count], Fill.Solid(fill));
        if (inset == 0) return;
        points[count++] = points[0];
        points[count++] = points[1];
        scene.StrokePolyline(points[..count], new Stroke(border.Color, border.ThicknessPx, border.Dash));
    }

    /// <summary>Pales what lies behind a text, so that bars do not cross its letters.</summary>
    public static void Plate(DrawingCanvas canvas, double left, double top, double width, double height)
    {
        double padding = canvas.Px(PlatePaddingPx);
        Rgba plate = canvas.Chart.Theme.Background.WithOpacity(PlateOpacity);
        PixelRect box = Around(left - padding, top, width + 2 * padding, height);
        Draw(canvas.Scene, box, canvas.Px(PlateRadiusPx), plate, default);
    }

    /// <summary>A rectangle of whole device pixels around a text with room on every side.</summary>
    public static PixelRect Around(double left, double top, double width, double height)
    {
        int x = DevicePixels.Round(left), y = DevicePixels.Round(top);
        return new PixelRect(x, y, Math.Max(1, (int)Math.Ceiling(width)), Math.Max(1, (int)Math.Ceiling(height)));
    }

    private static int Outline(Span<PixelPoint> points, PixelRect box, double inset, double radius)
    {
        double left = box.Left + inset, top = box.Top + inset;
        double right = Math.Max(left, box.Right - inset), bottom = Math.Max(top, box.Bottom - inset);
        double round = Math.Min(radius, Math.Min(right - left, bottom - top) / 2);
        int count = 0;
        if (round <= 0)
        {
            points[count++] = new(left, top);
            points[count++] = new(right, top);
            points[count++] = new(right, bottom);
            points[count++] = new(left, bottom);
            return count;
        }

        RoundedBox.Arc(points, ref count, right - round, top + round, round, 3);
        RoundedBox.Arc(points, ref count, right - round, bottom - round, round, 0);
        RoundedBox.Arc(points, ref count, left + round, bottom - round, round, 1);
        RoundedBox.Arc(points, ref count, left + round, top + round, round, 2);
        return count;
    }
}
