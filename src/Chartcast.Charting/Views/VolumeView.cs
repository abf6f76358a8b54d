using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws volume columns in the lower fifth of the price pane, coloured by close against open.</summary>
internal static class VolumeView
{
    public static void Draw(SceneBuilder scene, Chart chart) =>
        new ColumnTrace(chart, chart.PricePane, chart.VolumeScale).Draw(scene, new Source(chart));

    private readonly struct Source(Chart chart) : IColumnSource
    {
        public int Last => chart.Last;

        public double ValueAt(int index) => chart.Bars.Volumes[index];

        public Rgba ColorAt(int index) => chart.IsUp(index) ? chart.Theme.VolumeUp : chart.Theme.VolumeDown;
    }
}
