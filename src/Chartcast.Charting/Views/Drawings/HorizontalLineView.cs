using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a line at a price across the pane, its text above, on or below it.</summary>
internal static class HorizontalLineView
{
    private const double SidePx = 8;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        int row = DevicePixels.Round(canvas.Y("price"));
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx(), canvas.Dash());
        if (row < area.Top - pen.ThicknessPx || row > area.Bottom + pen.ThicknessPx) return;
        if (canvas.TextInput() is not { } text)
        {
            CrispLines.Horizontal(canvas.Scene, area.Left, area.Right, row, pen);
            return;
        }

        double side = canvas.Px(SidePx);
        var block = new TextBlock(text, canvas.Label("textColor"), area.Width - 2 * side);
        double align = Alignment.Of(canvas.Word("horzLabelAlign"));
        double left = area.Left + side + align * (area.Width - 2 * side - block.Width);
        string vertical = canvas.Word("vertLabelAlign");
        double top = LineLabel.Top(canvas, row, pen.ThicknessPx, block.Height, vertical);
        LabelBox.Plate(canvas, left, top, block.Width, block.Height);
        block.Draw(canvas.Scene, left, top, align);
        if (vertical != Alignment.Middle)
        {
            CrispLines.Horizontal(canvas.Scene, area.Left, area.Right, row, pen);
            return;
        }

        int gap = DevicePixels.Round(canvas.Px(LineLabel.GapPx));
        CrispLines.Horizontal(canvas.Scene, area.Left, DevicePixels.Round(left) - gap, row, pen);
        CrispLines.Horizontal(canvas.Scene, DevicePixels.Round(left + block.Width) + gap, area.Right, row, pen);
    }
}
