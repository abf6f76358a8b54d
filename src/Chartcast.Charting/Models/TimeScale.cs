namespace Chartcast.Charting.Models;

/// <summary>Maps bar indexes to logical pixel columns: one slot a bar, gaps in time take no room.</summary>
internal readonly record struct TimeScale
{
    /// <summary>Free slots right of the last bar, as long as that is not too narrow or too wide.</summary>
    private const double FreeSlots = 5;
    private const double LeastFreePx = 8;
    private const double MostFreeShare = 0.05;

    /// <summary>Few bars do not become wider than this share of the pane.</summary>
    private const double WidestShare = 0.1;
    private const double WidestPx = 24;

    /// <summary>How much of the width may go to the right margin so that all slots become equally many device
    /// pixels.</summary>
    private const double SnapShare = 0.06;
    private const double LeastSnappedDevicePx = 3;

    private readonly double _firstCenter;

    private TimeScale(int first, int count, double spacing, double firstCenter)
    {
        First = first;
        Count = count;
        SpacingPx = spacing;
        _firstCenter = firstCenter;
    }

    /// <summary>Index of the first visible bar.</summary>
    public int First { get; }

    /// <summary>How many bars are visible.</summary>
    public int Count { get; }

    /// <summary>Index of the last visible bar.</summary>
    public int Last => First + Count - 1;

    /// <summary>Logical pixels from bar to bar.</summary>
    public double SpacingPx { get; }

    /// <summary>Fits bars into a pane.</summary>
    /// <param name="first">Index of the first visible bar.</param>
    /// <param name="count">How many are visible, at least 1.</param>
    /// <param name="widthPx">The pane's width.</param>
    /// <param name="pixelRatio">Device pixels per logical pixel.</param>
    /// <param name="freeSlots">Slots kept free right of the last bar; the usual margin is kept when it is
    /// wider.</param>
    public static TimeScale Fit(int first, int count, double widthPx, int pixelRatio, int freeSlots = 0)
    {
        double usable = Math.Max(1, widthPx - 1);
        double spacing = usable / (count + FreeSlots);
        double free = Math.Min(Math.Max(FreeSlots * spacing, LeastFreePx), usable * MostFreeShare);
        free = Math.Max(free, usable / (count + freeSlots) * freeSlots);
        spacing = (usable - free) / count;
        double widest = Math.Max(WidestPx, usable * WidestShare);
        if (spacing > widest)
        {
            // A handful of bars stands in the middle instead of filling the pane with three giant blocks.
            return new TimeScale(first, count, widest, (usable - widest * (count + freeSlots - 1)) / 2);
        }

        double snapped = Math.Floor(spacing * pixelRatio) / pixelRatio;
        if (snapped * pixelRatio >= LeastSnappedDevicePx && (spacing - snapped) * count <= usable * SnapShare)
            spacing = snapped;
        return new TimeScale(first, count, spacing, spacing / 2);
    }

    /// <summary>The column of a bar's centre; bars outside the visible ones lie outside the pane.</summary>
    public double CenterOf(int index) => _firstCenter + (index - First) * SpacingPx;
}
