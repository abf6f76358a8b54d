using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws open-high-low-close bars: a stem with a tick to the left for the open and to the right for the
/// close.</summary>
internal static class BarView
{
    /// <summary>Ticks are this many stems long.</summary>
    private const double TickLength = 1.5;

    /// <summary>Stems of this many logical pixels and less have ticks as long as the slot allows.</summary>
    private const double SlotShare = 0.4;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        SeriesStyle style = chart.SeriesStyle;
        DrawColor(scene, chart, style.Color("upColor", chart.Theme.Up), up: true);
        DrawColor(scene, chart, style.Color("downColor", chart.Theme.Down), up: false);
    }

    private static void DrawColor(SceneBuilder scene, Chart chart, Rgba color, bool up)
    {
        Pane pane = chart.PricePane;
        SeriesStyle style = chart.SeriesStyle;
        int ratio = chart.Ratio;
        bool comparesCloses = style.Switch("barColorsOnPrevClose", false);
        bool hasOpen = !style.Switch("dontDrawOpen", false);
        int width = style.Switch("thinBars", true) ? chart.HairlinePx : BarWidths.Stem(chart.Time.SpacingPx, ratio);
        // Thin stems on wide slots would have stubs; TradingView lets ticks reach out into the slot.
        int tick = Math.Max(
            (int)Math.Ceiling(TickLength * width), (int)(chart.Time.SpacingPx * ratio * SlotShare) - width / 2);
        bool hasTicks = chart.Time.SpacingPx * ratio >= Math.Floor(TickLength * ratio);
        var groups = new BarGroups(chart);
        for (int i = 0; i < groups.Count; i++)
        {
            if (!groups.TryGet(i, out BarGroup bar) || bar.IsUp(comparesCloses) != up) continue;
            int left = bar.Column - width / 2;
            int right = left + width;
            (int top, int bottom) = chart.RowsOf(pane, pane.Scale, bar.High, bar.Low);
            top -= width / 2;
            bottom += width - width / 2;
            scene.FillRect(PixelRect.FromEdges(left, top, right, bottom), color);
            if (!hasTicks) continue;
            int open = TickRow(chart, pane, bar.Open, top, bottom - width);
            int close = TickRow(chart, pane, bar.Close, top, bottom - width);
            if (hasOpen) scene.FillRect(PixelRect.FromEdges(left - tick, open, left, open + width), color);
            scene.FillRect(PixelRect.FromEdges(right, close, right + tick, close + width), color);
        }

        int TickRow(Chart chart, Pane pane, double price, int first, int last) => Math.Clamp(
            chart.RowOf(pane, pane.Scale, price) - width / 2, Math.Min(first, last), Math.Max(first, last));
    }
}
