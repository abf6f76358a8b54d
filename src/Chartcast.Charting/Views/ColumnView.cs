using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a column up to one price of every bar; columns of volume keep their room below.</summary>
internal static class ColumnView
{
    /// <summary>Opacity of the columns.</summary>
    private const double Opacity = 0.5;

    public static void Draw(SceneBuilder scene, Chart chart) =>
        new ColumnTrace(chart, chart.PricePane, chart.PricePane.Scale) { BaseRow = chart.BaseRow }
            .Draw(scene, new Source(chart));

    /// <summary>The colour of a bar's column.</summary>
    public static Rgba ColorAt(Chart chart, int index) => chart.IsSeriesUp(index, comparesCloses: true)
        ? chart.SeriesStyle.Color("upColor", chart.Theme.Up.WithOpacity(Opacity))
        : chart.SeriesStyle.Color("downColor", chart.Theme.Down.WithOpacity(Opacity));

    private readonly struct Source(Chart chart) : IColumnSource
    {
        public int Last => chart.Last;

        public double ValueAt(int index) => chart.DrawnPriceAt(index);

        public Rgba ColorAt(int index) => ColumnView.ColorAt(chart, index);
    }
}
