using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a framed box from the low to the high of every bar.</summary>
internal static class HiLoView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        Pane pane = chart.PricePane;
        Rgba color = chart.SeriesStyle.Color("color", chart.Theme.Line);
        Rgba border = chart.SeriesStyle.Color("borderColor", chart.Theme.Line);
        int width = BarWidths.CandleWithBody(chart.Time.SpacingPx, chart.Ratio);
        var groups = new BarGroups(chart);
        int previousRight = int.MinValue;
        for (int i = 0; i < groups.Count; i++)
        {
            if (!groups.TryGet(i, out BarGroup bar)) continue;
            int left = bar.Column - width / 2;
            int right = left + width;
            left = Math.Min(Math.Max(previousRight, left), right - 1);
            previousRight = right;
            (int top, int bottom) = chart.RowsOf(pane, pane.Scale, bar.High, bar.Low);
            Boxes.Fill(
                scene, PixelRect.FromEdges(left, top, right, bottom + 1), (border, color), chart.HairlinePx);
        }
    }
}
