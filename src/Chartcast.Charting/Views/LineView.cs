using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a line through the closes.</summary>
internal static class LineView
{
    /// <summary>Width of the main series' line in logical pixels.</summary>
    public const double WidthPx = 2;

    public static void Draw(SceneBuilder scene, Chart chart) =>
        new LineTrace(chart, chart.PricePane, chart.PricePane.Scale)
            .Draw(scene, chart.Bars.Closes, new Stroke(chart.Theme.Line, WidthPx * chart.Ratio));
}
