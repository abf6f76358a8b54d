using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws boxes of whole pixels, framed and filled.</summary>
internal static class Boxes
{
    /// <summary>Draws a box; a colour of null leaves its part out.</summary>
    public static void Fill(SceneBuilder scene, PixelRect box, (Rgba? Border, Rgba? Body) colors, int thickness)
    {
        // A frame of the body's own colour is the body.
        if (colors.Border is not { } border || colors.Border == colors.Body)
        {
            if (colors.Body is { } whole) scene.FillRect(box, whole);
            return;
        }

        // Where the frame leaves nothing inside, it is all there is.
        if (box.Width <= 2 * thickness || box.Height <= 2 * thickness)
        {
            scene.FillRect(box, border);
            return;
        }

        Frame(scene, box, thickness, border);
        if (colors.Body is { } body) scene.FillRect(Inside(box, thickness), body);
    }

    /// <summary>Draws the edge of a box inside it; no pixel is painted twice.</summary>
    private static void Frame(SceneBuilder scene, PixelRect box, int thickness, Rgba color)
    {
        int top = box.Top + thickness;
        int bottom = box.Bottom - thickness;
        scene.FillRect(PixelRect.FromEdges(box.Left, box.Top, box.Right, top), color);
        scene.FillRect(PixelRect.FromEdges(box.Left, bottom, box.Right, box.Bottom), color);
        scene.FillRect(PixelRect.FromEdges(box.Left, top, box.Left + thickness, bottom), color);
        scene.FillRect(PixelRect.FromEdges(box.Right - thickness, top, box.Right, bottom), color);
    }

    /// <summary>What a frame leaves free.</summary>
    private static PixelRect Inside(PixelRect box, int thickness) => PixelRect.FromEdges(
        box.Left + thickness, box.Top + thickness, box.Right - thickness, box.Bottom - thickness);
}
