namespace Chartcast.Charting.Views.Drawings;

/// <summary>Places texts at level lines.</summary>
internal static class LineLabel
{
    /// <summary>Between line and text.</summary>
    public const double GapPx = 3;

    /// <summary>The top of a text above, on or below a line; on the other side where the pane has no room.</summary>
    /// <param name="canvas">The pane.</param>
    /// <param name="row">The line's row.</param>
    /// <param name="thickness">The line's thickness in device pixels.</param>
    /// <param name="height">The text's height in device pixels.</param>
    /// <param name="vertical">top, middle or bottom.</param>
    public static double Top(DrawingCanvas canvas, double row, int thickness, double height, string vertical)
    {
        if (vertical == Alignment.Middle) return row + 0.5 - height / 2;
        double gap = canvas.Px(GapPx) + thickness / 2.0;
        double above = row - gap - height;
        double below = row + gap;
        bool isAbove = vertical == Alignment.Top
            ? above >= canvas.LegendBottom || below + height > canvas.Area.Bottom
            : below + height > canvas.Area.Bottom && above >= canvas.Area.Top;
        return isAbove ? above : below;
    }
}
