using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Views;

/// <summary>Fills the area between two plots, or between two levels, of a study.</summary>
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
        int last = chart.Last + Math.Max(0, study.Plots[upper].Offset);
        using var rented = new SeriesPoints(2 * (last - chart.First + 2));
        SeriesPoints points = rented;
        int step = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
        int from = Math.Max(0, chart.First - 1);
        for (int i = from; i <= last + step; i += step)
        {
            if (i <= last && HasBoth(study, upper, lower, i)) continue;
            Outline(chart, pane, study, (upper, lower), (from, Math.Min(i, last + 1), step), ref points);
            scene.FillPolygon(points.Points, Fill.Solid(band.Color));
            points.Clear();
            from = i + step;
        }
    }

    private static void Outline(
        Chart chart, Pane pane, Study study, (int Upper, int Lower) plots, (int From, int To, int Step) run,
        ref SeriesPoints points)
    {
        int count = 0;
        for (int i = run.From; i < run.To; i += run.Step, count++) Add(i, plots.Upper, ref points);
        for (int i = run.From + (count - 1) * run.Step; i >= run.From; i -= run.Step) Add(i, plots.Lower, ref points);

        void Add(int index, int plot, ref SeriesPoints points) => points.Add(
            chart.Time.CenterOf(index) * chart.Ratio,
            pane.Area.Top + study.Scale.RowOf(study.ValueAt(plot, index)) * chart.Ratio);
    }

    private static bool HasBoth(Study study, int upper, int lower, int index) =>
        !double.IsNaN(study.ValueAt(upper, index)) && !double.IsNaN(study.ValueAt(lower, index));

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
