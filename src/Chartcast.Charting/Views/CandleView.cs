using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws candles: all wicks, then all borders, then all bodies; one colour after the other, which keeps the
/// scene small.</summary>
internal static class CandleView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        CandleLook look = CandleLook.Of(chart);
        if (look.DrawWick)
        {
            DrawWicks(scene, chart, look, up: true);
            DrawWicks(scene, chart, look, up: false);
        }

        DrawBoxes(scene, chart, look, up: true);
        DrawBoxes(scene, chart, look, up: false);
    }

    private static int WidthPx(Chart chart, CandleLook look) => look.IsBrick
        ? BarWidths.Brick(chart.Time.SpacingPx, chart.Ratio)
        : BarWidths.CandleWithBody(chart.Time.SpacingPx, chart.Ratio);

    private static void DrawWicks(SceneBuilder scene, Chart chart, CandleLook look, bool up)
    {
        Pane pane = chart.PricePane;
        Rgba color = look.Direction(up).Wick;
        int body = WidthPx(chart, look);
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
            if (bar.IsUp(look.ComparesCloses) != up) continue;
            (int top, int bottom) = chart.RowsOf(pane, pane.Scale, bar.Open, bar.Close);
            (int first, int last) = chart.RowsOf(pane, pane.Scale, bar.High, bar.Low);
            scene.FillRect(PixelRect.FromEdges(left, first, right, top), color);
            scene.FillRect(PixelRect.FromEdges(left, bottom + 1, right, last + 1), color);
        }
    }

    private static void DrawBoxes(SceneBuilder scene, Chart chart, CandleLook look, bool up)
    {
        Pane pane = chart.PricePane;
        int width = WidthPx(chart, look);
        var groups = new BarGroups(chart);
        int previousRight = int.MinValue;
        for (int i = 0; i < groups.Count; i++)
        {
            if (!groups.TryGet(i, out BarGroup bar)) continue;
            int left = bar.Column - width / 2;
            int right = left + width;
            left = Math.Min(Math.Max(previousRight, left), right - 1);
            previousRight = right;
            if (bar.IsUp(look.ComparesCloses) != up) continue;
            (int top, int bottom) = chart.RowsOf(pane, pane.Scale, bar.Open, bar.Close);
            bool isFilled = look.DrawBody && !(look.IsHollow && bar.Close >= bar.Open);
            Boxes.Fill(
                scene, PixelRect.FromEdges(left, top, right, bottom + 1),
                (look.DrawBorder ? look.Direction(up).Border : null, isFilled ? look.Direction(up).Body : null),
                chart.HairlinePx);
        }
    }
}
