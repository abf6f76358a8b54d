using Chartcast.Charting.Models;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a measured range of time, or of time and price: fill, borders, arrows, numbers.</summary>
internal static class RangeView
{
    private const double PaddingPx = 6;
    private const double GapPx = 6;
    private const double RadiusPx = 4;
    private const double PlateOpacity = 0.9;
    private const double BorderOpacity = 0.4;

    public static void Draw(DrawingCanvas canvas)
    {
        bool hasPrice = canvas.Spec.Listing.Name == DrawingNames.DatePriceRange;
        PixelRect area = canvas.Area;
        PixelPoint start = canvas.Point("startDatetime", "startPrice");
        PixelPoint end = canvas.Point("endDatetime", "endPrice");
        int left = DevicePixels.Round(Math.Min(start.X, end.X)), right = DevicePixels.Round(Math.Max(start.X, end.X));
        int top = DevicePixels.Round(Math.Min(start.Y, end.Y)), bottom = DevicePixels.Round(Math.Max(start.Y, end.Y));
        if (!hasPrice && canvas.Is("extendTop")) top = area.Top;
        if (!hasPrice && canvas.Is("extendBottom")) bottom = area.Bottom;
        if (canvas.Is("fillBackground"))
        {
            double opacity = 1 - canvas.Number("transparency") / 100;
            canvas.Scene.FillRect(
                PixelRect.FromEdges(left, top, right + 1, bottom + 1),
                canvas.Color("backgroundColor").WithOpacity(opacity));
        }

        var pen = new CrispPen(canvas.Color("lineColor"), canvas.WidthPx());
        CrispLines.Vertical(canvas.Scene, left, top, bottom + 1, pen);
        CrispLines.Vertical(canvas.Scene, right, top, bottom + 1, pen);
        if (hasPrice)
        {
            CrispLines.Horizontal(canvas.Scene, left, right + 1, top, pen);
            CrispLines.Horizontal(canvas.Scene, left, right + 1, bottom, pen);
            double middleX = (start.X + end.X) / 2;
            Arrow(canvas, new PixelPoint(middleX, start.Y), new PixelPoint(middleX, end.Y), pen);
        }

        double middleY = (Math.Clamp(start.Y, area.Top, area.Bottom) + Math.Clamp(end.Y, area.Top, area.Bottom)) / 2;
        Arrow(canvas, new PixelPoint(start.X, middleY), new PixelPoint(end.X, middleY), pen);
        DrawLabel(canvas, (left, top, right, bottom), middleY, (hasPrice, end.Y > start.Y));
    }

    /// <summary>A line with a head at its end, drawn as far as it shows.</summary>
    private static void Arrow(DrawingCanvas canvas, PixelPoint start, PixelPoint end, CrispPen pen)
    {
        DrawingLines.Draw(canvas, start, end, pen);
        int x = Math.Sign(Math.Round(end.X - start.X)), y = Math.Sign(Math.Round(end.Y - start.Y));
        if ((x == 0) != (y == 0)) DrawingLines.Head(canvas, end, (x, y), pen);
    }

    private static void DrawLabel(
        DrawingCanvas canvas, (int Left, int Top, int Right, int Bottom) range, double arrowRow,
        (bool HasPrice, bool IsFall) kind)
    {
        PixelRect area = canvas.Area;
        bool isOutside = range.Right < area.Left || range.Left > area.Right
            || range.Bottom < area.Top || range.Top > area.Bottom;
        if (isOutside) return;
        var measured = new MeasuredRange(canvas.Chart, canvas.Spec);
        string text = measured.TimeText();
        if (kind.HasPrice) text = measured.PriceText(canvas.Chart.Format) + "\n" + text;
        string volume = measured.VolumeText();
        if (volume.Length > 0) text += "\n" + volume;
        var block = new TextBlock(text, canvas.Label(canvas.Chart.Theme.Text));
        double padding = canvas.Px(PaddingPx), gap = canvas.Px(GapPx);
        double width = block.Width + 2 * padding, height = block.Height + padding;
        double middle = (Math.Max(range.Left, area.Left) + Math.Min(range.Right, area.Right)) / 2.0;
        double above = range.Top - gap - height, below = range.Bottom + 1 + gap;
        bool hasAbove = above >= canvas.LegendBottom, hasBelow = below + height <= area.Bottom;
        // A range of time alone is read below it; one with price, where the price went.
        bool goesBelow = hasBelow && (!hasAbove || !kind.HasPrice || kind.IsFall);
        double top = goesBelow ? below : hasAbove ? above : arrowRow + gap;
        PixelPoint corner = LabelBox.Inside(middle - width / 2, top, width, height, canvas);
        PixelRect box = LabelBox.Around(corner.X, corner.Y, width, height);
        if (canvas.Is("fillLabelBackground"))
        {
            Rgba plate = canvas.Chart.Theme.Background.WithOpacity(PlateOpacity);
            var border = new CrispPen(canvas.Color("lineColor").WithOpacity(BorderOpacity), canvas.Ratio);
            LabelBox.Draw(canvas.Scene, box, canvas.Px(RadiusPx), plate, border);
        }

        block.Draw(canvas.Scene, box.Left + padding, box.Top + padding / 2, 0.5);
    }
}
