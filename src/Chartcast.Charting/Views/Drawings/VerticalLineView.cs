using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a line at a time from top to bottom of the pane; its text reads upwards beside it.</summary>
internal static class VerticalLineView
{
    private const double EndPx = 8;

    private static readonly PixelPoint Upwards = new(0, -1);

    public static void Draw(DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        int column = DevicePixels.Round(canvas.X("datetime"));
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx(), canvas.Dash());
        if (column < area.Left - pen.ThicknessPx || column > area.Right + pen.ThicknessPx) return;
        if (canvas.TextInput() is not { } text)
        {
            CrispLines.Vertical(canvas.Scene, column, area.Top, area.Bottom, pen);
            return;
        }

        double end = canvas.Px(EndPx);
        double first = Math.Max(area.Top + end, canvas.LegendBottom), height = area.Bottom - end - first;
        var block = new TextBlock(text, canvas.Label("textColor"), height);
        double align = Alignment.Of(canvas.Word("vertLabelAlign"));
        double bottom = first + block.Width + align * (height - block.Width);
        string beside = canvas.Word("horzLabelAlign");
        double left = Left(canvas, column, pen.ThicknessPx, block.Height, beside);
        LabelBox.Plate(canvas, left, bottom - block.Width, block.Height, block.Width);
        block.DrawAlong(canvas.Scene, new PixelPoint(left, bottom), Upwards, 1 - align);
        if (beside != "center")
        {
            CrispLines.Vertical(canvas.Scene, column, area.Top, area.Bottom, pen);
            return;
        }

        int gap = DevicePixels.Round(canvas.Px(LineLabel.GapPx));
        CrispLines.Vertical(canvas.Scene, column, area.Top, DevicePixels.Round(bottom - block.Width) - gap, pen);
        CrispLines.Vertical(canvas.Scene, column, DevicePixels.Round(bottom) + gap, area.Bottom, pen);
    }

    private static double Left(DrawingCanvas canvas, int column, int thickness, double width, string beside)
    {
        if (beside == "center") return column + 0.5 - width / 2;
        double gap = canvas.Px(LineLabel.GapPx) + thickness / 2.0;
        double left = column - gap - width;
        double right = column + gap;
        bool isLeft = beside == "left"
            ? left >= canvas.Area.Left || right + width > canvas.Area.Right
            : right + width > canvas.Area.Right && left >= canvas.Area.Left;
        return isLeft ? left : right;
    }
}
