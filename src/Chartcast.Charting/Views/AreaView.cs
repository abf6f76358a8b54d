using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a line through the closes and a gradient from it down to the bottom of the pane.</summary>
internal static class AreaView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        PixelRect area = chart.PricePane.Area;
        Fill fill = Fill.Vertical(chart.Theme.AreaTop, area.Top, chart.Theme.AreaBottom, area.Bottom);
        new LineTrace(chart, chart.PricePane, chart.PricePane.Scale)
            .FillTo(scene, chart.Bars.Closes, area.Bottom, fill);
        LineView.Draw(scene, chart);
    }
}
