using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a text whose top left corner stands at a point.</summary>
internal static class TextView
{
    private const double PaddingEms = 0.4;
    private const double RadiusPx = 3;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelPoint anchor = canvas.Point("datetime", "price");
        PixelRect area = canvas.Area;
        if (anchor.X < area.Left || anchor.X > area.Right || anchor.Y < area.Top || anchor.Y > area.Bottom) return;
        var block = new TextBlock(canvas.TextInput()!, canvas.Label("textColor"), area.Width * 0.9);
        Rgba fill = canvas.Is("fillBackground") ? canvas.Color("backgroundColor") : default;
        Rgba border = canvas.Is("showBorder") ? canvas.Color("borderColor") : default;
        double padding = fill.A + border.A > 0 ? canvas.Px(canvas.Number("fontSize")) * PaddingEms : 0;
        PixelPoint corner = LabelBox.Inside(
            anchor.X, anchor.Y, block.Width + 2 * padding, block.Height + padding, canvas);
        PixelRect box = LabelBox.Around(corner.X, corner.Y, block.Width + 2 * padding, block.Height + padding);
        LabelBox.Draw(canvas.Scene, box, canvas.Px(RadiusPx), fill, new CrispPen(border, canvas.Ratio));
        block.Draw(canvas.Scene, box.Left + padding, box.Top + padding / 2);
    }
}
