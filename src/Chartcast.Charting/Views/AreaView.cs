using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a line through one price of every bar and a gradient from it down to the bottom of the
/// pane.</summary>
internal static class AreaView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        PixelRect area = chart.PricePane.Area;
        SeriesStyle style = chart.SeriesStyle;
        Fill fill = Fill.Vertical(
            style.Color("color1", chart.Theme.AreaTop), area.Top,
            style.Color("color2", chart.Theme.AreaBottom), area.Bottom);
        double bottom = chart.BaseRow;
        if (bottom < area.Bottom)
        {
            fill = Fill.Vertical(fill.Bottom, area.Top, fill.Top, area.Bottom);
        }

        new LineTrace(chart, chart.PricePane, chart.PricePane.Scale).FillTo(scene, chart.DrawnPrices, bottom, fill);
        LineView.Draw(scene, chart);
    }
}
