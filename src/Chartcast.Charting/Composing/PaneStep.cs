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
        chart.Panes.Add(new Pane("price", isPrice: true));
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
        (int height, int timeAxis) = ChartLayout.SplitHeight(chart.Spec.HeightPx);
        DropPanesWithoutRoom(chart, height, timeAxis);
        Stack(chart.Panes, height);
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

    private static void Stack(List<Pane> panes, int heightPx)
    {
        int studyPanes = panes.Count - 1;
        int studyHeight = PaneHeights.StudyPaneHeight(heightPx, studyPanes);
        int top = 0;
        for (int i = 0; i < panes.Count; i++)
        {
            panes[i].TopPx = top;
            panes[i].HeightPx = i == 0 ? heightPx - studyPanes * (studyHeight + ChartLayout.SeparatorPx) : studyHeight;
            top += panes[i].HeightPx + ChartLayout.SeparatorPx;
        }
    }
}
