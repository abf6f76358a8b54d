using Chartcast.Charting.Models;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the horizontal lines of a study, such as 30 and 70.</summary>
internal static class LevelView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study)
    {
        foreach (LevelStyle level in study.Levels)
        {
            if (!level.IsVisible) continue;
            int thickness = Math.Max(1, DevicePixels.Round(level.WidthPx * chart.Ratio));
            int row = chart.RowOf(pane, study.Scale, level.Value);
            CrispLines.Horizontal(
                scene, pane.Area.Left, pane.Area.Right, row, new CrispPen(level.Color, thickness, level.Dash));
        }
    }
}
