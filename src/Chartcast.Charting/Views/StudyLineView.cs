using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a plot of a study as a line, a line of steps or an area; where the colour changes, another line
/// begins.</summary>
internal static class StudyLineView
{
    private const double AreaOpacity = 0.2;

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study, int plot)
    {
        PlotStyle style = study.PlotStyles[plot];
        ReadOnlySpan<double> values = study.Plots.Values(plot);
        ReadOnlySpan<byte> colors = study.Plots.ColorIndexes(plot);
        var trace = new LineTrace(chart, pane, study.Scale, study.Plots.Offset(plot))
        {
            IsJoined = style.JoinsGaps,
            IsStepped = style.Shape == PlotShape.StepLine,
            BreaksAtSteps = style.Shape == PlotShape.Levels,
        };
        bool isFilled = style.Shape == PlotShape.Area;
        double baseRow = isFilled ? pane.Area.Top + study.Scale.RowOf(0) * chart.Ratio : 0;
        (int From, int To) range = trace.RangeOf(values);
        if (colors.IsEmpty || style.Colors.Length == 1)
        {
            DrawPart(values, range, 0);
            return;
        }

        int group = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
        var runs = new ColorRuns(values, colors, range, group);
        while (runs.MoveNext()) DrawPart(values, runs.Part, runs.Color);

        void DrawPart(ReadOnlySpan<double> values, (int From, int To) part, int color)
        {
            Rgba paint = style.ColorOf(color);
            if (isFilled)
            {
                Fill fill = Fill.Solid(paint.WithOpacity(AreaOpacity * paint.A / byte.MaxValue));
                trace.FillTo(scene, values, part, DevicePixels.Clamp(baseRow), fill);
            }

            trace.Draw(scene, values, part, new Stroke(paint, style.WidthPx * chart.Ratio, style.Dash));
        }
    }
}
