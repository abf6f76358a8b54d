using Chartcast.Charting.Models;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws hairlines at the marks of both axes, beneath everything else.</summary>
internal static class GridView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane)
    {
        var pen = new CrispPen(chart.Theme.Grid, chart.HairlinePx);
        if (chart.Spec.Display.ShowVerticalGrid) DrawVertical(scene, chart, pane, pen);
        if (chart.Spec.Display.ShowHorizontalGrid) DrawHorizontal(scene, chart, pane, pen);
    }

    private static void DrawVertical(SceneBuilder scene, Chart chart, Pane pane, CrispPen pen)
    {
        foreach (TimeMark mark in chart.TimeMarks)
            CrispLines.Vertical(scene, chart.ColumnOf(mark.Index), pane.Area.Top, pane.Area.Bottom, pen);
    }

    private static void DrawHorizontal(SceneBuilder scene, Chart chart, Pane pane, CrispPen pen)
    {
        foreach (double tick in pane.Ticks)
        {
            int row = pane.Area.Top + DevicePixels.Round(pane.Scale.RowOfLabel(tick) * chart.Ratio);
            CrispLines.Horizontal(scene, pane.Area.Left, pane.Area.Right, row, pen);
        }
    }
}
