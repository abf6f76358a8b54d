using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws an order: a line with one box for its text and one for its quantity.</summary>
internal static class OrderLineView
{
    private const double PaddingEms = 0.6;
    private const double BoxHeightEms = 1.9;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        int row = DevicePixels.Round(canvas.RowOf(PriceOf(canvas)));
        if (row < area.Top || row >= area.Bottom) return;
        double size = canvas.Px(canvas.Number("fontSize"));
        int padding = DevicePixels.Round(PaddingEms * size);
        var body = new TextBlock(Line(canvas.TextInput()!), Style(canvas, "bodyTextColor", size));
        var quantity = new TextBlock(
            Line(canvas.Spec.Input("quantity")!.Value.Text!), Style(canvas, "quantityTextColor", size));
        int height = Math.Max(1, DevicePixels.Round(BoxHeightEms * size) | 1);
        int bodyWidth = (int)Math.Ceiling(body.Width) + 2 * padding;
        int quantityWidth = (int)Math.Ceiling(quantity.Width) + 2 * padding;
        int right = DevicePixels.Round(area.Right - area.Width * canvas.Number("lineSpace") / 100);
        int left = Math.Clamp(
            right - bodyWidth - quantityWidth, area.Left, Math.Max(area.Left, area.Right - bodyWidth - quantityWidth));
        int top = Math.Clamp(row - height / 2, area.Top, Math.Max(area.Top, area.Bottom - height));
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx(), canvas.Dash());
        if (canvas.Is("extendLeft")) CrispLines.Horizontal(canvas.Scene, area.Left, left, row, pen);
        CrispLines.Horizontal(canvas.Scene, left + bodyWidth + quantityWidth, area.Right, row, pen);
        // The boxes share the border between them.
        Box(canvas, new PixelRect(left, top, bodyWidth + canvas.Ratio, height), body, "body");
        Box(canvas, new PixelRect(left + bodyWidth, top, quantityWidth, height), quantity, "quantity");
    }

    /// <summary>The order's price: the last close when none is given.</summary>
    public static double PriceOf(DrawingCanvas canvas) => DrawingTags.OrderPrice(canvas.Chart, canvas.Spec);

    private static void Box(DrawingCanvas canvas, PixelRect box, TextBlock text, string part)
    {
        Rgba fill = canvas.Color(part + "BackgroundColor");
        LabelBox.Draw(canvas.Scene, box, 0, fill, new CrispPen(canvas.Color(part + "BorderColor"), canvas.Ratio));
        text.Draw(
            canvas.Scene, box.Left + (box.Width - text.Width) / 2, box.Top + (box.Height - text.Height) / 2);
    }

    private static LabelStyle Style(DrawingCanvas canvas, string colorKey, double size) =>
        new(FontFace.Medium, size, canvas.Color(colorKey));

    private static string Line(string text) => text.Replace('\n', ' ');
}
