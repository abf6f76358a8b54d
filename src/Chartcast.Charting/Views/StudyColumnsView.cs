using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a plot of a study as columns.</summary>
internal static class StudyColumnsView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study, int plot)
    {
        PlotStyle style = study.PlotStyles[plot];
        int width = style.Shape == PlotShape.Histogram
            ? Math.Max(1, DevicePixels.Round(style.WidthPx * chart.Ratio))
            : 0;
        var source = new Source(study, plot, chart.LastSlotOf(study.Plots.Offset(plot)));
        new ColumnTrace(chart, pane, study.Scale).Draw(scene, source, width);
    }

    private readonly struct Source(Study study, int plot, int last) : IColumnSource
    {
        public int Last => last;

        public double ValueAt(int index) => study.ValueAt(plot, index);

        public Rgba ColorAt(int index) => study.PlotStyles[plot].ColorOf(study.ColorIndexAt(plot, index));
    }
}
