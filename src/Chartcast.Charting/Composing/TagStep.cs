using Chartcast.Charting.Models;

namespace Chartcast.Charting.Composing;

/// <summary>Collects the last values that are shown on the price axes.</summary>
internal static class TagStep
{
    public static void Run(Chart chart)
    {
        foreach (Pane pane in chart.Panes)
        {
            if (pane.IsPrice) AddMain(chart, pane);
            foreach (Study study in pane.Studies) AddStudy(chart, pane, study);
        }
    }

    private static void AddMain(Chart chart, Pane pane)
    {
        double close = chart.Bars.Closes[chart.Last];
        if (double.IsFinite(close))
        {
            Add(pane, pane.Scale, close, new AxisTag
            {
                Format = pane.Format,
                Color = chart.SeriesColor,
                IsMain = true,
            });
        }

        double volume = chart.Bars.Volumes[chart.Last];
        if (!chart.HasVolumeOverlay || !double.IsFinite(volume)) return;
        Add(pane, chart.VolumeScale, volume, new AxisTag
        {
            Format = PriceFormat.Volume,
            Color = chart.IsUp(chart.Last) ? chart.Theme.VolumeUp : chart.Theme.VolumeDown,
        });
    }

    private static void AddStudy(Chart chart, Pane pane, Study study)
    {
        for (int plot = 0; plot < study.PlotStyles.Length; plot++)
        {
            PlotStyle style = study.PlotStyles[plot];
            double value = study.ValueAt(plot, chart.Last);
            if (!style.IsVisible || double.IsNaN(value)) continue;
            Add(pane, study.Scale, value, new AxisTag
            {
                Format = study.Format,
                Color = style.ColorOf(study.ColorIndexAt(plot, chart.Last)),
            });
        }
    }

    private static void Add(Pane pane, PriceScale scale, double value, AxisTag tag)
    {
        double row = scale.RowOf(value);
        if (row < 0 || row > pane.HeightPx) return;
        pane.Tags.Add(tag with { Value = value, Row = row });
    }
}
