using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws the small shapes that mark a bar.</summary>
internal static class MarkShapes
{
    private const double ShaftShare = 0.34;
    private const double HeadShare = 0.52;

    /// <summary>Draws an arrow whose tip is at a point.</summary>
    /// <param name="canvas">The pane.</param>
    /// <param name="tip">The tip.</param>
    /// <param name="height">From tip to end in device pixels.</param>
    /// <param name="width">Of its head.</param>
    /// <param name="down">1 when the arrow lies below its tip and so points up, −1 when above.</param>
    /// <param name="color">The colour.</param>
    public static void Arrow(
        DrawingCanvas canvas, PixelPoint tip, double height, double width, int down, Rgba color)
    {
        double half = width / 2, shaft = width * ShaftShare / 2;
        double neck = tip.Y + down * height * HeadShare, end = tip.Y + down * height;
        ReadOnlySpan<PixelPoint> points =
        [
            tip, new(tip.X + half, neck), new(tip.X + shaft, neck), new(tip.X + shaft, end),
            new(tip.X - shaft, end), new(tip.X - shaft, neck), new(tip.X - half, neck),
        ];
        canvas.Scene.FillPolygon(points, Fill.Solid(color));
    }

    /// <summary>Draws a triangle whose tip is at a point.</summary>
    public static void Triangle(DrawingCanvas canvas, PixelPoint tip, double size, int down, Rgba color)
    {
        ReadOnlySpan<PixelPoint> points =
            [tip, new(tip.X + size / 2, tip.Y + down * size), new(tip.X - size / 2, tip.Y + down * size)];
        canvas.Scene.FillPolygon(points, Fill.Solid(color));
    }

    /// <summary>Draws a circle, a square or a diamond around a point.</summary>
    public static void Around(DrawingCanvas canvas, PixelPoint middle, double size, string shape, Rgba color)
    {
        double half = size / 2;
        Fill fill = Fill.Solid(color);
        if (shape == "circle")
        {
            canvas.Scene.FillPath(VectorPath.Circle(middle, half), fill);
            return;
        }

        ReadOnlySpan<PixelPoint> points = shape == "diamond"
            ? [new(middle.X, middle.Y - half), new(middle.X + half, middle.Y), new(middle.X, middle.Y + half),
                new(middle.X - half, middle.Y)]
            : [new(middle.X - half, middle.Y - half), new(middle.X + half, middle.Y - half),
                new(middle.X + half, middle.Y + half), new(middle.X - half, middle.Y + half)];
        canvas.Scene.FillPolygon(points, fill);
    }
}
