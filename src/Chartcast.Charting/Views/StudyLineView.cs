using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Views;

/// <summary>Draws a plot of a study as a line, a line of steps or an area; several colours make several
/// lines.</summary>
internal static class StudyLineView
{
    private const double AreaOpacity = 0.2;

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study, int plot)
    {
        PlotStyle style = study.PlotStyles[plot];
        IndicatorPlot values = study.Plots[plot];
        var trace = new LineTrace(chart, pane, study.Scale, values.Offset);
        if (style.Shape == PlotShape.Area)
        {
            double row = pane.Area.Top + study.Scale.RowOf(0) * chart.Ratio;
            trace.FillTo(scene, values.Values, row, Fill.Solid(style.ColorOf(0).WithOpacity(AreaOpacity)));
        }

        bool isStepped = style.Shape == PlotShape.StepLine;
        if (values.ColorIndexes is null || style.Colors.Length == 1)
        {
            trace.Draw(scene, values.Values, StrokeOf(style, 0, chart.Ratio), isStepped);
            return;
        }

        var masked = new double[values.Values.Length];
        for (int color = 0; color < style.Colors.Length; color++)
        {
            Mask(values, color, masked);
            trace.Draw(scene, masked, StrokeOf(style, color, chart.Ratio), isStepped);
        }
    }

    private static Stroke StrokeOf(PlotStyle style, int color, int ratio) =>
        new(style.ColorOf(color), style.WidthPx * ratio, style.Dash);

    /// <summary>Keeps the values of one colour, and the one before each run, from which its line starts.</summary>
    private static void Mask(IndicatorPlot plot, int color, double[] masked)
    {
        byte[] indexes = plot.ColorIndexes!;
        for (int i = 0; i < masked.Length; i++)
        {
            bool isOwn = indexes[i] == color;
            bool startsNext = i + 1 < masked.Length && indexes[i + 1] == color;
            masked[i] = isOwn || startsNext ? plot.Values[i] : double.NaN;
        }
    }
}
