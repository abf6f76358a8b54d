using Chartcast.Charting.Models;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws hairlines at the marks of both axes, beneath everything else.</summary>
internal static class GridView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane)
    {
        var pen = new CrispPen(chart.Theme.Grid, chart.HairlinePx);
        foreach (TimeMark mark in chart.TimeMarks)
            CrispLines.Vertical(scene, chart.ColumnOf(mark.Index), pane.Area.Top, pane.Area.Bottom, pen);
        foreach (double tick in pane.Ticks)
        {
            int row = chart.RowOf(pane, pane.Scale, tick);
            CrispLines.Horizontal(scene, pane.Area.Left, pane.Area.Right, row, pen);
        }
    }
}
