using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a line, or a line of steps, through one price of every bar.</summary>
internal static class LineView
{
    /// <summary>Width of the main series' line in logical pixels.</summary>
    public const double WidthPx = SeriesStyle.UsualLinePx;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        string color = chart.Spec.Style == ChartStyle.Area ? "linecolor" : "color";
        Stroke pen = chart.SeriesStyle.Pen(color, chart.Theme.Line, chart.Ratio);
        new LineTrace(chart, chart.PricePane, chart.PricePane.Scale)
        {
            IsStepped = chart.Spec.Style == ChartStyle.StepLine,
        }
        .Draw(scene, chart.DrawnPrices, pen);
    }
}
