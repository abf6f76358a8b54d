using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a text in a box whose tip points at a place.</summary>
internal static class CalloutView
{
    private const double PaddingEms = 0.7;
    private const double RadiusPx = 5;
    private const double MostTipPx = 14;
    private const int ArcPoints = RoundedBox.ArcPoints;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelPoint pin = canvas.Point("startDatetime", "startPrice");
        PixelPoint middle = canvas.Point("endDatetime", "endPrice");
        PixelRect area = canvas.Area;
        bool hasPin = Contains(area, pin), hasText = Contains(area, middle);
        if (!hasPin && !hasText) return;
        var block = new TextBlock(canvas.TextInput()!, canvas.Label("textColor"), area.Width / 2.0);
        double padding = canvas.Px(canvas.Number("fontSize")) * PaddingEms;
        double width = block.Width + 2 * padding, height = block.Height + padding;
        PixelPoint corner = LabelBox.Inside(middle.X - width / 2, middle.Y - height / 2, width, height, canvas);
        PixelRect box = LabelBox.Around(corner.X, corner.Y, width, height);
        Rgba fill = canvas.Color("backgroundColor");
        if (canvas.Spec.Overrides.TryGetValue("transparency", out var percent))
            fill = fill.WithOpacity(1 - percent.Number!.Value / 100);
        DrawBubble(canvas, box, DrawingLines.Middle(pin), fill);
        block.Draw(canvas.Scene, box.Left + padding, box.Top + padding / 2, 0.5);
    }

    /// <summary>One outline around box and tip, so that no border crosses the tip's foot.</summary>
    private static void DrawBubble(DrawingCanvas canvas, PixelRect box, PixelPoint pin, Rgba fill)
    {
        double inset = canvas.WidthPx() / 2.0;
        double left = box.Left + inset, top = box.Top + inset, right = box.Right - inset, bottom = box.Bottom - inset;
        double radius = Math.Max(0, Math.Min(canvas.Px(RadiusPx), Math.Min(right - left, bottom - top) / 2));
        double foot = Math.Min(canvas.Px(MostTipPx), Math.Min(right - left, bottom - top) / 2 - radius * 0.5);
        Span<PixelPoint> points = stackalloc PixelPoint[4 * ArcPoints + 5];
        int count = 0;
        double beyondX = pin.X < left ? left - pin.X : pin.X > right ? pin.X - right : 0;
        double beyondY = pin.Y < top ? top - pin.Y : pin.Y > bottom ? pin.Y - bottom : 0;
        // The tip leaves the side that faces the pin most.
        int side = beyondX == 0 && beyondY == 0 ? -1
            : beyondY >= beyondX ? (pin.Y < top ? 0 : 2)
            : pin.X > right ? 1 : 3;
        double footX = Between(pin.X, left, right, radius + foot / 2);
        double footY = Between(pin.Y, top, bottom, radius + foot / 2);
        RoundedBox.Arc(points, ref count, left + radius, top + radius, radius, 2);
        if (side == 0) Tip(points, ref count, new(footX - foot / 2, top), pin, new(footX + foot / 2, top));
        RoundedBox.Arc(points, ref count, right - radius, top + radius, radius, 3);
        if (side == 1) Tip(points, ref count, new(right, footY - foot / 2), pin, new(right, footY + foot / 2));
        RoundedBox.Arc(points, ref count, right - radius, bottom - radius, radius, 0);
        if (side == 2) Tip(points, ref count, new(footX + foot / 2, bottom), pin, new(footX - foot / 2, bottom));
        RoundedBox.Arc(points, ref count, left + radius, bottom - radius, radius, 1);
        if (side == 3) Tip(points, ref count, new(left, footY + foot / 2), pin, new(left, footY - foot / 2));
        canvas.Scene.FillPolygon(points[..count], Fill.Solid(fill));
        points[count++] = points[0];
        points[count++] = points[1];
        canvas.Scene.StrokePolyline(points[..count], new Stroke(canvas.Color("borderColor"), canvas.WidthPx()));
    }

    /// <summary>A place as near to a wanted one as a distance from both ends allows.</summary>
    private static double Between(double wanted, double first, double last, double distance) =>
        Math.Max(first + distance, Math.Min(wanted, last - distance));

    private static void Tip(
        Span<PixelPoint> points, ref int count, PixelPoint first, PixelPoint pin, PixelPoint last)
    {
        points[count++] = first;
        points[count++] = pin;
        points[count++] = last;
    }

    private static bool Contains(PixelRect area, PixelPoint point) =>
        point.X >= area.Left && point.X <= area.Right && point.Y >= area.Top && point.Y <= area.Bottom;
}
