using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws compared symbols as lines; bars they do not have are bridged.</summary>
internal static class CompareView
{
    public static void Draw(SceneBuilder scene, Chart chart)
    {
        foreach (ComparedLine line in chart.Compared)
        {
            new LineTrace(chart, chart.PricePane, line.Scale) { IsJoined = true }
                .Draw(scene, line.Values, new Stroke(line.Color, LineView.WidthPx * chart.Ratio));
        }
    }
}
