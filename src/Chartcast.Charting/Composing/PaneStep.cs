using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;

namespace Chartcast.Charting.Composing;

/// <summary>Decides which panes there are, what is in them and how high they are.</summary>
internal static class PaneStep
{
    /// <summary>The study that stands for the built-in volume columns.</summary>
    private const string VolumeStudy = "Volume";

    public static void Run(Chart chart)
    {
        bool hasVolumeStudy = false;
        chart.Panes.Add(chart.PricePane);
        foreach (Study study in chart.Studies)
        {
            hasVolumeStudy |= study.Listing.Name == VolumeStudy;
            if (study.IsOnPricePane)
            {
                chart.PricePane.Studies.Add(study);
                continue;
            }

            var pane = new Pane(study.Listing.ShortTitle, isPrice: false);
            pane.Studies.Add(study);
            chart.Panes.Add(pane);
        }

        chart.HasVolumeOverlay = chart.Spec.ShowVolume && chart.Bars.HasVolume && !hasVolumeStudy;
        if (chart.Spec.ShowVolume && !chart.Bars.HasVolume)
            chart.Warnings.Add("The source has no volume, so none is drawn.");
        (int height, int timeAxis) = ChartLayout.SplitHeight(chart.Spec.HeightPx, chart.AxisFontPx);
        DropPanesWithoutRoom(chart, height, timeAxis);
        if (!chart.Spec.Display.ShowMainPane) HideMainPane(chart);
        if (chart.Panes[0].IsPrice) StackBelowPrice(chart, height);
        else StackEvenly(chart.Panes, height);
    }

    private static void HideMainPane(Chart chart)
    {
        if (chart.Panes.Count == 1)
        {
            chart.Warnings.Add(
                "showMainPane false would leave nothing, as no indicator has a pane of its own: "
                + "the main pane is shown.");
            return;
        }

        if (chart.PricePane.Studies.Count > 0)
        {
            string names = string.Join(", ", chart.PricePane.Studies.Select(static study => study.Listing.Name));
            chart.Warnings.Add($"Without the main pane these are not drawn, their values are still given: {names}.");
        }

        chart.Panes.RemoveAt(0);
        chart.PricePane.Scale = PriceScale.Fit(ValueRange.Empty, 1, default, 1);
        foreach (Study study in chart.PricePane.Studies) study.Scale = chart.PricePane.Scale;
    }

    private static void DropPanesWithoutRoom(Chart chart, int heightPx, int timeAxisPx)
    {
        int asked = chart.Panes.Count - 1;
        int kept = PaneHeights.StudyPanesWithin(heightPx, asked);
        if (kept == asked) return;
        string names = string.Join(", ", chart.Panes.Skip(1 + kept).Select(static pane => pane.Title));
        int needed = PaneHeights.HeightFor(asked) + timeAxisPx;
        chart.Warnings.Add(
            $"No room for {asked - kept} indicator pane(s) in a height of {chart.Spec.HeightPx}: {names}. "
            + $"Their values are still given; ask for a height of {needed} or more to see them.");
        chart.Panes.RemoveRange(1 + kept, asked - kept);
    }

    private static void StackBelowPrice(Chart chart, int heightPx)
    {
        List<Pane> panes = chart.Panes;
        int studyPanes = panes.Count - 1;
        int separators = studyPanes * ChartLayout.SeparatorPx;
        int studiesHeight = studyPanes * PaneHeights.StudyPaneHeight(heightPx, studyPanes);
        if (chart.Spec.Display.MainPaneHeightPx is { } asked && studyPanes > 0)
        {
            int most = heightPx - separators - studyPanes * PaneHeights.LeastPx;
            int main = Math.Clamp(asked, PaneHeights.LeastPricePx, Math.Max(PaneHeights.LeastPricePx, most));
            if (main != asked)
                chart.Warnings.Add($"mainPaneHeight {asked} leaves no room for the indicators: it is {main}.");
            studiesHeight = heightPx - separators - main;
        }

        panes[0].HeightPx = heightPx - separators - studiesHeight;
        Share(panes, 1, panes[0].HeightPx + ChartLayout.SeparatorPx, studiesHeight);
    }

    private static void StackEvenly(List<Pane> panes, int heightPx) =>
        Share(panes, 0, 0, heightPx - (panes.Count - 1) * ChartLayout.SeparatorPx);

    /// <summary>Shares a height among panes from one on; the upper ones take what does not divide.</summary>
    private static void Share(List<Pane> panes, int first, int top, int heightPx)
    {
        int count = panes.Count - first;
        for (int i = 0; i < count; i++)
        {
            Pane pane = panes[first + i];
            pane.TopPx = top;
            pane.HeightPx = heightPx / count + (i < heightPx % count ? 1 : 0);
            top += pane.HeightPx + ChartLayout.SeparatorPx;
        }
    }
}
