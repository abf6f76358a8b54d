using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Views;

/// <summary>Fills the area between two plots, or between two levels, of a study; a cloud changes its colour exactly
/// where its edges cross.</summary>
internal static class BandView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study)
    {
        foreach (BandStyle band in study.Bands)
        {
            if (!band.IsVisible) continue;
            if (LevelOf(study, band.Upper) is { } upper && LevelOf(study, band.Lower) is { } lower)
            {
                (int top, int bottom) = chart.RowsOf(pane, study.Scale, upper, lower);
                scene.FillRect(PixelRect.FromEdges(pane.Area.Left, top, pane.Area.Right, bottom), band.Color);
            }
            else
            {
                FillBetweenPlots(scene, chart, pane, study, band);
            }
        }
    }

    private static void FillBetweenPlots(SceneBuilder scene, Chart chart, Pane pane, Study study, BandStyle band)
    {
        int upper = PlotOf(study, band.Upper);
        int lower = PlotOf(study, band.Lower);
        if (upper < 0 || lower < 0) return;
        int last = chart.LastSlotOf(Math.Max(study.Plots.Offset(upper), study.Plots.Offset(lower))) + 1;
        int step = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
        var fill = new BandFill(scene, band, (last - chart.First) / step + 3);
        for (int i = Math.Max(0, chart.First - 1); i <= last; i += step)
        {
            double upperValue = study.ValueAt(upper, i);
            double lowerValue = study.ValueAt(lower, i);
            if (double.IsNaN(upperValue) || double.IsNaN(lowerValue)) fill.Break();
            else fill.Add(X(i), Row(upperValue), Row(lowerValue), upperValue.CompareTo(lowerValue));
        }

        fill.Break();
        fill.Dispose();

        double X(int index) => chart.Time.CenterOf(index) * chart.Ratio;

        double Row(double value) => DevicePixels.Clamp(pane.Area.Top + study.Scale.RowOf(value) * chart.Ratio);
    }

    private static double? LevelOf(Study study, string key)
    {
        foreach (LevelStyle level in study.Levels)
        {
            if (level.Key == key) return level.Value;
        }

        return null;
    }

    private static int PlotOf(Study study, string key)
    {
        IReadOnlyList<IndicatorOutput> outputs = study.Listing.Outputs;
        for (int i = 0; i < outputs.Count; i++)
        {
            if (outputs[i].Key == key) return i;
        }

        return -1;
    }
}
