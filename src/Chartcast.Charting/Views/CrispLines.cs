using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws horizontal and vertical lines as whole pixels, so that they are sharp.</summary>
internal static class CrispLines
{
    /// <summary>Draws a horizontal line.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="left">First device column.</param>
    /// <param name="right">The column after the last one.</param>
    /// <param name="row">The row the line is centred on; of an even thickness, the upper one of its lower half.</param>
    /// <param name="pen">Thickness, colour and dashes.</param>
    public static void Horizontal(SceneBuilder scene, int left, int right, int row, CrispPen pen)
    {
        int top = row - pen.ThicknessPx / 2;
        (int on, int off) = pen.Dash.Lengths();
        if (off == 0)
        {
            scene.FillRect(PixelRect.FromEdges(left, top, right, top + pen.ThicknessPx), pen.Color);
            return;
        }

        int dash = on * pen.ThicknessPx;
        int period = dash + off * pen.ThicknessPx;
        for (int x = left; x < right; x += period)
            scene.FillRect(PixelRect.FromEdges(x, top, Math.Min(right, x + dash), top + pen.ThicknessPx), pen.Color);
    }

    /// <summary>Draws a vertical line centred on a column.</summary>
    public static void Vertical(SceneBuilder scene, int column, int top, int bottom, CrispPen pen)
    {
        int left = column - pen.ThicknessPx / 2;
        (int on, int off) = pen.Dash.Lengths();
        int dash = off == 0 ? Math.Max(1, bottom - top) : on * pen.ThicknessPx;
        int period = dash + off * pen.ThicknessPx;
        for (int y = top; y < bottom; y += period)
            scene.FillRect(PixelRect.FromEdges(left, y, left + pen.ThicknessPx, Math.Min(bottom, y + dash)), pen.Color);
    }
}

/// <summary>What a crisp line is drawn with.</summary>
/// <param name="Color">The colour.</param>
/// <param name="ThicknessPx">Whole device pixels, at least 1.</param>
/// <param name="Dash">How it is broken up.</param>
internal readonly record struct CrispPen(Rgba Color, int ThicknessPx, DashPattern Dash = DashPattern.Solid);
