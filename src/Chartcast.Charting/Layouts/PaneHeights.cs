namespace Chartcast.Charting.Layouts;

/// <summary>Shares the height of a chart among its panes.</summary>
internal static class PaneHeights
{
    /// <summary>No pane is lower.</summary>
    public const int LeastPx = 30;

    /// <summary>The price pane keeps at least this while others are added.</summary>
    public const int LeastPricePx = 60;

    /// <summary>What one study pane takes of the whole.</summary>
    private const double StudyShare = 0.22;

    /// <summary>What all study panes together take at most.</summary>
    private const double AllStudiesShare = 0.6;

    /// <summary>How many study panes have room.</summary>
    public static int StudyPanesWithin(int heightPx, int asked)
    {
        int room = (heightPx - LeastPricePx) / (LeastPx + ChartLayout.SeparatorPx);
        return Math.Clamp(asked, 0, Math.Max(0, room));
    }

    /// <summary>The least height of panes that has room for some study panes.</summary>
    public static int HeightFor(int studyPanes) =>
        LeastPricePx + studyPanes * (LeastPx + ChartLayout.SeparatorPx);

    /// <summary>The height of each study pane; the price pane takes the rest.</summary>
    public static int StudyPaneHeight(int heightPx, int studyPanes)
    {
        if (studyPanes == 0) return 0;
        double share = Math.Min(StudyShare, AllStudiesShare / studyPanes);
        int height = Math.Max(LeastPx, (int)Math.Round(heightPx * share));
        int most = (heightPx - LeastPricePx) / studyPanes - ChartLayout.SeparatorPx;
        return Math.Min(height, most);
    }
}
