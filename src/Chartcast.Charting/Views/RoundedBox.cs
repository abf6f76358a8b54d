using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Fills boxes with rounded corners.</summary>
internal static class RoundedBox
{
    /// <summary>Points an arc of a quarter circle is made of, its ends included; the corners are a few pixels
    /// small.</summary>
    internal const int ArcPoints = 5;

    /// <summary>Which corners are rounded.</summary>
    internal enum Side
    {
        /// <summary>All four.</summary>
        Both,

        /// <summary>The two at the right.</summary>
        Right,

        /// <summary>The two at the left.</summary>
        Left,
    }

    /// <summary>Fills a box given by its edges in device pixels.</summary>
    public static void Fill(
        SceneBuilder scene, (int Left, int Top, int Right, int Bottom) box, double radius, Rgba color, Side side)
    {
        Span<PixelPoint> points = stackalloc PixelPoint[4 * ArcPoints];
        int count = 0;
        if (side == Side.Left)
        {
            points[count++] = new PixelPoint(box.Right, box.Top);
            points[count++] = new PixelPoint(box.Right, box.Bottom);
        }
        else
        {
            Arc(points, ref count, box.Right - radius, box.Top + radius, radius, 3);
            Arc(points, ref count, box.Right - radius, box.Bottom - radius, radius, 0);
        }

        if (side == Side.Right)
        {
            points[count++] = new PixelPoint(box.Left, box.Bottom);
            points[count++] = new PixelPoint(box.Left, box.Top);
        }
        else
        {
            Arc(points, ref count, box.Left + radius, box.Bottom - radius, radius, 1);
            Arc(points, ref count, box.Left + radius, box.Top + radius, radius, 2);
        }

        scene.FillPolygon(points[..count], Drawing.Painting.Fill.Solid(color));
    }

    /// <summary>Adds a quarter circle, clockwise from a quarter: 0 right to bottom, 1 bottom to left.</summary>
    internal static void Arc(
        Span<PixelPoint> points, ref int count, double x, double y, double radius, int quarter)
    {
        for (int i = 0; i < ArcPoints; i++)
        {
            (double sine, double cosine) = Math.SinCos((quarter + (double)i / (ArcPoints - 1)) * Math.PI / 2);
            points[count++] = new PixelPoint(x + radius * cosine, y + radius * sine);
        }
    }
}
