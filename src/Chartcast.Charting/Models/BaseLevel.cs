using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Models;

/// <summary>The level that a baseline chart compares prices with: a share of the pane's height, from the
/// bottom.</summary>
internal static class BaseLevel
{
    private const double UsualPercent = 50;

    /// <summary>Its row in logical pixels from the pane's top.</summary>
    public static double RowOf(Chart chart)
    {
        double percent = chart.SeriesStyle.Number("baseLevelPercentage", UsualPercent);
        return (1 - percent / 100) * chart.PricePane.HeightPx;
    }

    /// <summary>The colour of the line at a value.</summary>
    public static Rgba ColorAt(Chart chart, double value) => chart.PricePane.Scale.RowOf(value) <= RowOf(chart)
        ? chart.SeriesStyle.Color("topLineColor", chart.Theme.Up)
        : chart.SeriesStyle.Color("bottomLineColor", chart.Theme.Down);
}
