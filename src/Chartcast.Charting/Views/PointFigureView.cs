using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Views;

/// <summary>Draws columns of crosses that rise and rings that fall, one a box.</summary>
internal static class PointFigureView
{
    /// <summary>Boxes that are smaller than this many device pixels are drawn as one block.</summary>
    private const double LeastMarkPx = 4;

    /// <summary>What a mark leaves free of its box on either side.</summary>
    private const double Inset = 0.12;
    private const double StrokePx = 1.5;
    private const int RingPoints = 24;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        BarSeries bars = chart.Bars;
        Pane pane = chart.PricePane;
        SeriesStyle style = chart.SeriesStyle;
        Rgba up = style.Color("upColor", chart.Theme.Up);
        Rgba down = style.Color("downColor", chart.Theme.Down);
        double width = chart.Time.SpacingPx * chart.Ratio;
        for (int i = chart.First; i <= chart.Last; i++)
        {
            bool isUp = bars.Closes[i] >= bars.Opens[i];
            Rgba color = isUp ? up : down;
            // A box stands around its level, half above and half below.
            double margin = chart.BoxSize / 2;
            (int top, int bottom) = chart.RowsOf(pane, pane.Scale, bars.Highs[i] + margin, bars.Lows[i] - margin);
            double levels = Math.Round((bars.Highs[i] - bars.Lows[i]) / chart.BoxSize) + 1;
            int boxes = levels >= 1 ? (int)Math.Min(levels, bottom - top + 1) : 1;
            double height = (double)(bottom - top) / boxes;
            if (height < LeastMarkPx || width < LeastMarkPx)
            {
                DrawBlock(scene, chart, (i, top, bottom), color);
                continue;
            }

            double x = chart.Time.CenterOf(i) * chart.Ratio + 0.5;
            var half = new PixelPoint(width * (0.5 - Inset), height * (0.5 - Inset));
            for (int box = 0; box < boxes; box++)
            {
                var center = new PixelPoint(x, top + (box + 0.5) * height + 0.5);
                if (isUp) DrawCross(scene, center, half, new Stroke(color, StrokePx * chart.Ratio));
                else DrawRing(scene, center, half, new Stroke(color, StrokePx * chart.Ratio));
            }
        }
    }

    private static void DrawBlock(SceneBuilder scene, Chart chart, (int Index, int Top, int Bottom) box, Rgba color)
    {
        int width = BarWidths.CandleWithBody(chart.Time.SpacingPx, chart.Ratio);
        int left = chart.ColumnOf(box.Index) - width / 2;
        scene.FillRect(PixelRect.FromEdges(left, box.Top, left + width, box.Bottom + 1), color);
    }

    private static void DrawCross(SceneBuilder scene, PixelPoint center, PixelPoint half, Stroke pen)
    {
        scene.StrokePolyline(
            [new(center.X - half.X, center.Y - half.Y), new(center.X + half.X, center.Y + half.Y)], pen);
        scene.StrokePolyline(
            [new(center.X - half.X, center.Y + half.Y), new(center.X + half.X, center.Y - half.Y)], pen);
    }

    private static void DrawRing(SceneBuilder scene, PixelPoint center, PixelPoint half, Stroke pen)
    {
        Span<PixelPoint> points = stackalloc PixelPoint[RingPoints + 1];
        for (int i = 0; i <= RingPoints; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / RingPoints);
            points[i] = new PixelPoint(center.X + half.X * cosine, center.Y + half.Y * sine);
        }

        scene.StrokePolyline(points, pen);
    }
}
