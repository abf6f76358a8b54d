using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Views;

namespace Chartcast.Charting.Composing;

/// <summary>Fits the vertical scales of all panes to what they show, and chooses their marks.</summary>
internal static class ScaleStep
{
    private const double TopShare = 0.1;
    private const double BottomShare = 0.08;

    /// <summary>Below the price while volume columns take the lower fifth.</summary>
    private const double BottomShareWithVolume = 0.25;

    /// <summary>The legend pushes the price down, but not further than this.</summary>
    private const double MostTopShare = 0.3;

    /// <summary>Around a range that always shows more than the values need.</summary>
    private const double FixedRangeShare = 0.05;


    public static void Run(Chart chart)
    {
        Span<double> marks = stackalloc double[PriceTicks.MaximumCount];
        foreach (Pane pane in chart.Panes)
        {
            if (pane.IsPrice) FitPricePane(chart, pane);
            else FitStudyPane(chart, pane);
            int count = PriceTicks.Write(pane.Scale, pane.Format, chart.AxisFontPx, marks);
            pane.Ticks = marks[..count].ToArray();
        }
    }

    private static void FitPricePane(Chart chart, Pane pane)
    {
        bool hasColumns = chart.HasVolumeOverlay;
        ValueRange range = MainRange(chart);
        foreach (Study study in pane.Studies)
        {
            if (study.HasOwnScale) hasColumns |= study.IsColumnsOnly;
            else range = range.Including(study.RangeOf(chart.First, chart.Last + chart.FreeSlots));
        }

        pane.Format = chart.Format;
        pane.Scale = PriceScaleOf(chart, pane, range, hasColumns ? BottomShareWithVolume : BottomShare);
        foreach (Study study in pane.Studies) FitOverlay(chart, pane, study);
        foreach (ComparedLine line in chart.Compared)
            line.Scale = pane.Scale.WithBase(PriceUnits.TransformOf(chart, line, pane.Scale.Transform).Base);
        if (!chart.HasVolumeOverlay) return;
        ValueRange volumes = ValueRange.Of(chart.Bars.Volumes[chart.First..]).Including(0);
        chart.VolumeScale = PriceScale.Fit(volumes, pane.HeightPx, ScaleMargins.LowerFifth, 1);
    }

    private static PriceScale PriceScaleOf(Chart chart, Pane pane, ValueRange prices, double bottomShare)
    {
        ScaleOptions options = chart.Spec.Scale;
        ScaleTransform transform = PriceUnits.Choose(chart, prices);
        ValueRange units = PriceUnits.Shown(chart, transform, prices);
        var margins = new ScaleMargins(LegendShare(chart, pane), bottomShare);
        if (options.PriceRange is { } asked)
        {
            units = PriceUnits.Asked(chart, asked, transform, units);
            margins = default;
        }

        double minimumMove = transform.IsRelative ? PriceFormat.Percent.MinimumMove : chart.Format.MinimumMove;
        return PriceScale.FitUnits(transform, units, pane.HeightPx, margins, minimumMove, options.IsInverted);
    }

    private static void FitOverlay(Chart chart, Pane pane, Study study)
    {
        if (!study.HasOwnScale)
        {
            study.Scale = pane.Scale;
            study.Format = pane.Format;
            return;
        }

        ValueRange range = StudyRange(chart, study);
        study.Format = StudyFormats.Choose(range, chart.Format);
        ScaleMargins margins = study.IsColumnsOnly ? ScaleMargins.LowerFifth : new ScaleMargins(TopShare, BottomShare);
        study.Scale = PriceScale.Fit(range, pane.HeightPx, margins, study.Format.MinimumMove);
    }

    private static void FitStudyPane(Chart chart, Pane pane)
    {
        ValueRange range = ValueRange.Empty;
        foreach (Study study in pane.Studies) range = range.Including(StudyRange(chart, study));
        bool standsOnBase = pane.Studies.TrueForAll(static study => study.IsColumnsOnly) && range.Minimum >= 0;
        bool hasFixedRange = pane.Studies.Exists(static study => study.Listing.FixedRange is not null);
        var margins = hasFixedRange
            ? new ScaleMargins(FixedRangeShare, FixedRangeShare)
            : new ScaleMargins(LegendShare(chart, pane), standsOnBase ? 0 : BottomShare);
        pane.Format = StudyFormats.Choose(range, chart.Format);
        bool isInverted = chart.Spec.Scale.AreStudiesInverted;
        if (isInverted && standsOnBase) margins = new ScaleMargins(0, BottomShare);
        pane.Scale = PriceScale.Fit(range, pane.HeightPx, margins, pane.Format.MinimumMove, isInverted);
        foreach (Study study in pane.Studies)
        {
            study.Scale = pane.Scale;
            study.Format = pane.Format;
        }
    }

    private static double LegendShare(Chart chart, Pane pane) => chart.Spec.Display.ShowLegend
        ? Math.Clamp(LegendView.HeightPx(chart, pane) / pane.HeightPx, TopShare, MostTopShare)
        : TopShare;

    private static ValueRange StudyRange(Chart chart, Study study)
    {
        ValueRange range = study.RangeOf(chart.First, chart.Last + chart.FreeSlots);
        if (study.Listing.FixedRange is { } always)
            return range.Including(new ValueRange(always.Minimum, always.Maximum));
        foreach (LevelStyle level in study.Levels)
        {
            if (level.IsVisible) range = range.Including(level.Value);
        }

        return range;
    }

    private static ValueRange MainRange(Chart chart)
    {
        if (chart.Spec.Style.IsOfOnePrice()) return ValueRange.Of(chart.DrawnPrices[chart.First..]);
        ValueRange range = ValueRange.Of(chart.Bars.Highs[chart.First..])
            .Including(ValueRange.Of(chart.Bars.Lows[chart.First..]));
        if (chart.Spec.Style != ChartStyle.PointAndFigure || range.IsEmpty) return range;
        // A box stands around its level.
        double half = chart.BoxSize / 2;
        return range.Including(range.Minimum - half).Including(range.Maximum + half);
    }
}
