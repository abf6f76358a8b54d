using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a dotted line across the price pane at the last price.</summary>
internal static class LastPriceView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        Pane pane = chart.PricePane;
        double close = chart.DrawnPriceAt(chart.Last);
        if (!double.IsFinite(close)) return;
        var pen = new CrispPen(chart.SeriesColor, chart.HairlinePx, DashPattern.Dotted);
        int row = chart.RowOf(pane, pane.Scale, close);
        CrispLines.Horizontal(scene, pane.Area.Left, pane.Area.Right, row, pen);
    }
}
