using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Views;
using Chartcast.Charting.Views.Drawings;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Composing;

/// <summary>Collects the last values that are shown on the price axes.</summary>
/// <remarks>Studies of many lines would fill the axis and push each other away from their rows; beyond a share of the
/// pane the legend alone gives their values.</remarks>
internal static class TagStep
{
    /// <summary>What the tags of studies take of a pane at most.</summary>
    private const double MostStudyShare = 0.25;
    private const int FewestStudyTags = 3;

    /// <summary>The same for drawings, whose prices were asked for one by one.</summary>
    private const double MostDrawingShare = 0.5;
    private const int FewestDrawingTags = 3;

    public static void Run(Chart chart)
    {
        foreach (Pane pane in chart.Panes)
        {
            if (pane.IsPrice) AddMain(chart, pane);
            int most = pane.Tags.Count + StudyTagsWithin(chart, pane);
            foreach (Study study in pane.Studies) AddStudy(chart, pane, study, most);
            if (pane.IsPrice && chart.Spec.Drawings.Count > 0) AddDrawings(chart, pane);
        }
    }

    private static int StudyTagsWithin(Chart chart, Pane pane)
    {
        double tagHeight = PriceAxisView.TagHeightPx(chart.AxisFontPx, chart.Ratio);
        return Math.Max(FewestStudyTags, (int)(pane.HeightPx * MostStudyShare / tagHeight));
    }

    private static void AddMain(Chart chart, Pane pane)
    {
        double close = chart.DrawnPriceAt(chart.Last);
        if (chart.Spec.Display.ShowSeriesLastValue && double.IsFinite(close))
        {
            Add(pane, pane.Scale, close, new AxisTag
            {
                Format = pane.Format,
                Color = chart.SeriesColor,
                Name = SymbolName(chart, chart.Spec.Symbol),
                IsMain = true,
            });
        }

        AddCompared(chart, pane);
        double volume = chart.Bars.Volumes[chart.Last];
        if (!chart.HasVolumeOverlay || !double.IsFinite(volume) || !chart.Spec.Display.ShowStudyLastValue) return;
        Add(pane, chart.VolumeScale, volume, new AxisTag
        {
            Format = PriceFormat.Volume,
            Color = chart.IsUp(chart.Last) ? chart.Theme.VolumeUp : chart.Theme.VolumeDown,
            Name = chart.Spec.Display.ShowStudyPlotNames ? "Volume" : "",
        });
    }

    private static void AddDrawings(Chart chart, Pane pane)
    {
        double room = pane.HeightPx * MostDrawingShare / PriceAxisView.TagHeightPx(chart.AxisFontPx, chart.Ratio);
        int most = pane.Tags.Count + Math.Max(FewestDrawingTags, (int)room);
        foreach (DrawingSpec drawing in chart.Spec.Drawings)
        {
            foreach ((double price, Rgba color) in DrawingTags.Of(chart, drawing))
                Add(pane, pane.Scale, price, new AxisTag { Format = pane.Format, Color = color });
        }

        int beyond = pane.Tags.Count - most;
        if (beyond <= 0) return;
        pane.Tags.RemoveRange(most, beyond);
        chart.Warnings.Add(
            $"{beyond} {(beyond == 1 ? "price of a drawing has" : "prices of drawings have")} no room on the axis.");
    }

    private static void AddCompared(Chart chart, Pane pane)
    {
        if (!chart.Spec.Display.ShowSeriesLastValue) return;
        foreach (ComparedLine line in chart.Compared)
        {
            double value = line.LastWithin(chart.First, chart.Last);
            if (!double.IsFinite(value)) continue;
            Add(pane, line.Scale, value, new AxisTag
            {
                Format = line.Format,
                Color = line.Color,
                Name = SymbolName(chart, line.Symbol),
            });
        }
    }

    private static void AddStudy(Chart chart, Pane pane, Study study, int most)
    {
        if (!chart.Spec.Display.ShowStudyLastValue) return;
        for (int plot = 0; plot < study.PlotStyles.Length && pane.Tags.Count < most; plot++)
        {
            PlotStyle style = study.PlotStyles[plot];
            double value = study.ValueAt(plot, chart.Last);
            if (!style.IsVisible || double.IsNaN(value)) continue;
            Add(pane, study.Scale, value, new AxisTag
            {
                Format = study.Format,
                Color = style.ColorOf(study.ColorIndexAt(plot, chart.Last)),
                Name = PlotName(chart, study, plot),
            });
        }
    }

    private static string SymbolName(Chart chart, string symbol) =>
        chart.Spec.Display.ShowSymbolLabels ? SymbolText.Short(symbol).ToString() : "";

    private static string PlotName(Chart chart, Study study, int plot)
    {
        if (!chart.Spec.Display.ShowStudyPlotNames) return "";
        string title = study.Listing.ShortTitle;
        return study.Listing.Outputs.Count == 1 ? title : $"{title}: {study.Listing.Outputs[plot].Key}";
    }

    private static void Add(Pane pane, PriceScale scale, double value, AxisTag tag)
    {
        double row = scale.RowOf(value);
        if (!(row >= 0 && row <= pane.HeightPx)) return;
        pane.Tags.Add(tag with
        {
            Value = scale.LabelOf(value),
            Format = scale.LabelFormat(tag.Format),
            Row = row,
            Name = tag.Name ?? "",
        });
    }
}
