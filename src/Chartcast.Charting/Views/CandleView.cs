using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws candles: all wicks, then all bodies; one colour after the other, which keeps the scene
/// small.</summary>
internal static class CandleView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        DrawWicks(scene, chart, up: true);
        DrawWicks(scene, chart, up: false);
        DrawBodies(scene, chart, up: true);
        DrawBodies(scene, chart, up: false);
    }

    private static void DrawWicks(SceneBuilder scene, Chart chart, bool up)
    {
        Pane pane = chart.PricePane;
        Rgba color = up ? chart.Theme.Up : chart.Theme.Down;
        int body = BarWidths.CandleWithBody(chart.Time.SpacingPx, chart.Ratio);
        int width = Math.Max(Math.Min(chart.HairlinePx, body), chart.Ratio);
        var groups = new BarGroups(chart);
        int previousRight = int.MinValue;
        for (int i = 0; i < groups.Count; i++)
        {
            if (!groups.TryGet(i, out BarGroup bar)) continue;
            int left = bar.Column - width / 2;
            int right = left + width;
            left = Math.Min(Math.Max(previousRight, left), right);
            previousRight = right;
            if (bar.IsUp != up) continue;
            (int top, int bottom) = BodyRows(chart, pane, bar);
            (int wickTop, int wickBottom) = chart.RowsOf(pane, pane.Scale, bar.High, bar.Low);
            scene.FillRect(PixelRect.FromEdges(left, wickTop, right, top), color);
            scene.FillRect(PixelRect.FromEdges(left, bottom + 1, right, wickBottom + 1), color);
        }
    }

    private static void DrawBodies(SceneBuilder scene, Chart chart, bool up)
    {
        Pane pane = chart.PricePane;
        Rgba color = up ? chart.Theme.Up : chart.Theme.Down;
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
            if (bar.IsUp != up) continue;
            (int top, int bottom) = BodyRows(chart, pane, bar);
            scene.FillRect(PixelRect.FromEdges(left, top, right, bottom + 1), color);
        }
    }

    /// <summary>First and last row of a body; a bar without change has one row.</summary>
    private static (int Top, int Bottom) BodyRows(Chart chart, Pane pane, BarGroup bar) =>
        chart.RowsOf(pane, pane.Scale, bar.Open, bar.Close);
}
