using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the lines between panes and the borders of the axes.</summary>
internal static class SeparatorView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        int ratio = chart.Ratio;
        int width = chart.Spec.WidthPx * ratio;
        for (int i = 1; i < chart.Panes.Count; i++)
        {
            int bottom = chart.Panes[i].Area.Top;
            int top = bottom - ChartLayout.SeparatorPx * ratio;
            scene.FillRect(PixelRect.FromEdges(0, top, width, bottom), chart.Theme.Separator);
        }

        int plotRight = chart.Layout.PlotWidthPx * ratio;
        int plotBottom = chart.Layout.PlotHeightPx * ratio;
        if (chart.Layout.PriceAxisWidthPx > 0)
            scene.FillRect(new PixelRect(plotRight, 0, chart.HairlinePx, plotBottom), chart.Theme.AxisBorder);
        if (chart.Layout.TimeAxisHeightPx > 0)
            scene.FillRect(new PixelRect(0, plotBottom, width, chart.HairlinePx), chart.Theme.AxisBorder);
    }
}
