using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws arrow marks and markers: a small shape at a price, a text beyond it.</summary>
internal static class MarkView
{
    private const double ArrowHeightPx = 19;
    private const double ArrowWidthPx = 17;
    private const double TextGapPx = 2;
    private const double BarGapPx = 4;

    /// <summary>From the shape's middle to a text beside it.</summary>
    private const double AsidePx = 14;

    /// <summary>Draws an arrow mark whose tip is at its price.</summary>
    /// <param name="canvas">The pane.</param>
    /// <param name="down">1 for an arrow below its price that points up, −1 for the other.</param>
    public static void DrawArrow(DrawingCanvas canvas, int down)
    {
        PixelPoint tip = Tip(canvas.Point("datetime", "price"));
        if (!IsNear(canvas, tip, canvas.Px(ArrowHeightPx))) return;
        double height = canvas.Px(ArrowHeightPx);
        MarkShapes.Arrow(canvas, tip, height, canvas.Px(ArrowWidthPx), down, canvas.Color("arrowColor"));
        if (canvas.TextInput() is { } text)
            DrawText(canvas, text, canvas.Label("textColor"), tip, tip.Y + down * height, down);
    }

    /// <summary>Draws a marker: buys below, sells above, others around their price.</summary>
    public static void DrawMarker(DrawingCanvas canvas)
    {
        string side = canvas.Spec.Input("side")!.Value.Text!;
        int down = side switch
        {
            "buy" => 1,
            "sell" => -1,
            _ => 0,
        };
        Rgba color = canvas.Color(down > 0 ? "buyColor" : down < 0 ? "sellColor" : "otherColor");
        double size = canvas.Px(canvas.Number("size"));
        PixelPoint tip = Tip(new PixelPoint(canvas.X("datetime"), canvas.RowOf(PriceOf(canvas, down))));
        if (!IsNear(canvas, tip, 2 * size)) return;
        // Without a price it stands off the bar, so that the wick's end stays to be seen.
        double gap = canvas.Spec.Input("price") is null && down != 0 ? canvas.Px(BarGapPx) : 0;
        tip = new PixelPoint(tip.X, tip.Y + down * gap);
        double end = DrawShape(canvas, tip, size, down, color);
        if (canvas.TextInput() is not { } text) return;
        FontFace face = canvas.Is("fontBold") ? FontFace.Medium : FontFace.Regular;
        var style = new LabelStyle(face, canvas.Px(canvas.Number("fontSize")), color);
        DrawText(canvas, text, style, tip, end, down == 0 ? -1 : down);
    }

    /// <summary>Draws the shape; returns the row where its text begins.</summary>
    private static double DrawShape(DrawingCanvas canvas, PixelPoint tip, double size, int down, Rgba color)
    {
        string shape = canvas.Word("shape");
        if (shape == "auto") shape = down == 0 ? "circle" : "triangle";
        int below = down == 0 ? 1 : down;
        if (shape is "triangle" or "arrow")
        {
            double height = shape == "arrow" ? size * ArrowHeightPx / ArrowWidthPx : size;
            if (shape == "arrow") MarkShapes.Arrow(canvas, tip, height, size, below, color);
            else MarkShapes.Triangle(canvas, tip, size, below, color);
            return down == 0 ? tip.Y : tip.Y + below * height;
        }

        var middle = new PixelPoint(tip.X, tip.Y + down * size / 2);
        MarkShapes.Around(canvas, middle, size, shape, color);
        return down == 0 ? middle.Y - size / 2 : middle.Y + down * size / 2;
    }

    private static double PriceOf(DrawingCanvas canvas, int down)
    {
        if (canvas.Spec.Input("price")?.Number is { } price) return price;
        BarSeries bars = canvas.Chart.Bars;
        int bar = canvas.BarAt("datetime");
        return down > 0 ? bars.Lows[bar] : down < 0 ? bars.Highs[bar] : bars.Closes[bar];
    }

    /// <summary>Writes below (1) or above (−1) a shape, or beside it where the pane ends, on a faint plate so that
    /// bars do not cross the letters.</summary>
    private static void DrawText(
        DrawingCanvas canvas, string text, LabelStyle style, PixelPoint tip, double end, int down)
    {
        var block = new TextBlock(text, style, canvas.Area.Width / 2.0);
        double gap = canvas.Px(TextGapPx);
        double left = tip.X - block.Width / 2, top = down > 0 ? end + gap : end - gap - block.Height;
        bool hasRoom = down > 0 ? top + block.Height <= canvas.Area.Bottom : top >= canvas.Area.Top;
        if (!hasRoom)
        {
            double aside = canvas.Px(AsidePx);
            bool isRight = tip.X + aside + block.Width <= canvas.Area.Right;
            left = isRight ? tip.X + aside : tip.X - aside - block.Width;
            top = (tip.Y + end - block.Height) / 2;
        }

        PixelPoint corner = LabelBox.Inside(left, top, block.Width, block.Height, canvas);
        LabelBox.Plate(canvas, corner.X, corner.Y, block.Width, block.Height);
        block.Draw(canvas.Scene, corner.X, corner.Y, 0.5);
    }

    /// <summary>The middle of a whole pixel, so that a small shape is symmetric about its bar.</summary>
    private static PixelPoint Tip(PixelPoint place) =>
        new(DevicePixels.Round(place.X) + 0.5, DevicePixels.Round(place.Y) + 0.5);

    private static bool IsNear(DrawingCanvas canvas, PixelPoint point, double reach)
    {
        PixelRect area = canvas.Area;
        return point.X >= area.Left - reach && point.X <= area.Right + reach
            && point.Y >= area.Top - reach && point.Y <= area.Bottom + reach;
    }
}
