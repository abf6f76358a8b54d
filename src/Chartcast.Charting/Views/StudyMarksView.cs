using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a plot of a study as one dot, cross, triangle or disc a value.</summary>
internal static class StudyMarksView
{
    /// <summary>A cross reaches this much further than its line width to either side, in logical pixels.</summary>
    private const double CrossReachPx = 2;

    /// <summary>A dot is this much wider than its line width, in logical pixels.</summary>
    private const double DotGrowthPx = 2;

    /// <summary>How wide triangles are in logical pixels.</summary>
    private const double LeastTrianglePx = 7;
    private const double MostTrianglePx = 13;

    /// <summary>How wide discs are in logical pixels, and their rims.</summary>
    private const double LeastDiscPx = 9;
    private const double MostDiscPx = 15;
    private const double RimPx = 1;

    /// <summary>How far triangles and discs stand off in logical pixels.</summary>
    private const double GapPx = 4;

    /// <summary>Neighbouring marks keep apart as long as that leaves them this share of a slot.</summary>
    private const double SlotShare = 0.5;

    private const int DotCorners = 16;
    private const int DiscCorners = 32;

    private static readonly Rgba Rim = new(120, 123, 134);

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study, int plot)
    {
        PlotStyle style = study.PlotStyles[plot];
        int group = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
        int last = chart.LastSlotOf(study.Plots.Offset(plot));
        for (int i = chart.First; i <= last; i += group)
        {
            (int lowest, int highest) = Extremes(study, plot, i, Math.Min(last, i + group - 1));
            if (lowest < 0) continue;
            DrawMark(lowest);
            if (highest != lowest) DrawMark(highest);
        }

        void DrawMark(int index)
        {
            Rgba color = style.ColorOf(study.ColorIndexAt(plot, index));
            double value = study.ValueAt(plot, index);
            int x = chart.ColumnOf(index);
            int y = chart.RowOf(pane, study.Scale, value);
            switch (style.Shape)
            {
                case PlotShape.Crosses:
                    DrawCross(scene, chart, x, y, style.WidthPx, color);
                    break;
                case PlotShape.Circles:
                    DrawDot(scene, chart, x, y, style.WidthPx, color);
                    break;
                case PlotShape.DiscsAbove or PlotShape.DiscsBelow:
                    DrawDisc(scene, chart, x, y, style.Shape == PlotShape.DiscsAbove, color);
                    break;
                default:
                    DrawTriangle(scene, chart, x, y, style.Shape == PlotShape.TrianglesAbove, color);
                    break;
            }
        }
    }

    private static (int Lowest, int Highest) Extremes(Study study, int plot, int first, int last)
    {
        int lowest = -1;
        int highest = -1;
        for (int i = first; i <= last; i++)
        {
            double value = study.ValueAt(plot, i);
            if (double.IsNaN(value)) continue;
            if (lowest < 0 || value < study.ValueAt(plot, lowest)) lowest = i;
            if (highest < 0 || value > study.ValueAt(plot, highest)) highest = i;
        }

        return (lowest, highest);
    }

    private static void DrawCross(SceneBuilder scene, Chart chart, int x, int y, double widthPx, Rgba color)
    {
        double reachPx = Math.Min(CrossReachPx + widthPx, Math.Max(widthPx, chart.Time.SpacingPx * SlotShare));
        int reach = Math.Max(1, DevicePixels.Round(reachPx * chart.Ratio));
        int thickness = Math.Max(chart.HairlinePx, DevicePixels.Round(widthPx * chart.Ratio / 2));
        int before = thickness / 2;
        int after = thickness - before;
        scene.FillRect(PixelRect.FromEdges(x - before - reach, y - before, x + after + reach, y + after), color);
        // Beside the bar above, so that a translucent colour is not laid on twice.
        scene.FillRect(PixelRect.FromEdges(x - before, y - before - reach, x + after, y - before), color);
        scene.FillRect(PixelRect.FromEdges(x - before, y + after, x + after, y + after + reach), color);
    }

    private static void DrawDot(SceneBuilder scene, Chart chart, int x, int y, double widthPx, Rgba color)
    {
        double radius = (widthPx + DotGrowthPx) * chart.Ratio / 2;
        FillCircle(scene, new PixelPoint(x + 0.5, y + 0.5), radius, DotCorners, color);
    }

    private static void DrawDisc(SceneBuilder scene, Chart chart, int x, int y, bool isAbove, Rgba color)
    {
        double radius = Math.Clamp(chart.Time.SpacingPx, LeastDiscPx, MostDiscPx) * chart.Ratio / 2;
        double distance = GapPx * chart.Ratio + radius;
        var center = new PixelPoint(x + 0.5, y + 0.5 + (isAbove ? -distance : distance));
        FillCircle(scene, center, radius, DiscCorners, Rim);
        FillCircle(scene, center, radius - RimPx * chart.Ratio, DiscCorners, color);
    }

    private static void FillCircle(SceneBuilder scene, PixelPoint center, double radius, int count, Rgba color)
    {
        Span<PixelPoint> corners = stackalloc PixelPoint[count];
        for (int i = 0; i < count; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / count);
            corners[i] = new PixelPoint(center.X + radius * cosine, center.Y + radius * sine);
        }

        scene.FillPolygon(corners, Fill.Solid(color));
    }

    private static void DrawTriangle(SceneBuilder scene, Chart chart, int x, int y, bool isAbove, Rgba color)
    {
        double half = Math.Clamp(chart.Time.SpacingPx, LeastTrianglePx, MostTrianglePx) * chart.Ratio / 2;
        double gap = GapPx * chart.Ratio;
        double direction = isAbove ? -1 : 1;
        double near = y + 0.5 + direction * gap;
        double tip = near + direction * half * 1.6;
        scene.FillPolygon(
            [new PixelPoint(x + 0.5 - half, near), new PixelPoint(x + 0.5, tip), new PixelPoint(x + 0.5 + half, near)],
            Fill.Solid(color));
    }
}
