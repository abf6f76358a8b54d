using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a plot of a study as one dot or cross a value.</summary>
internal static class StudyDotsView
{
    /// <summary>A mark is this many line widths across, and at least three logical pixels.</summary>
    private const double Factor = 2;
    private const int LeastPx = 3;

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study, int plot)
    {
        PlotStyle style = study.PlotStyles[plot];
        int half = Math.Max(LeastPx, (int)(style.WidthPx * Factor)) * chart.Ratio / 2;
        int arm = Math.Max(1, chart.Ratio / 2);
        for (int i = chart.First; i <= chart.Last; i++)
        {
            double value = study.ValueAt(plot, i);
            if (double.IsNaN(value)) continue;
            int x = chart.ColumnOf(i);
            int y = chart.RowOf(pane, study.Scale, value);
            Rgba color = style.ColorOf(study.ColorIndexAt(plot, i));
            int side = style.Shape == PlotShape.Crosses ? 0 : half;
            scene.FillRect(PixelRect.FromEdges(x - half, y - side / 2, x + half + 1, y + side / 2 + arm), color);
            scene.FillRect(PixelRect.FromEdges(x - side / 2, y - half, x + side / 2 + arm, y + half + 1), color);
        }
    }
}
