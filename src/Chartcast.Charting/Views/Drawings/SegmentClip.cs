using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Cuts lines to the pane while they are still exact: far ends moved to the edge of what integers hold would
/// change their slope.</summary>
/// <remarks>Source: Liang and Barsky, "A new concept and method for line clipping", 1984.</remarks>
internal static class SegmentClip
{
    /// <summary>Cuts a line.</summary>
    /// <param name="line">Its two ends; on return the ends of the part inside.</param>
    /// <param name="reach">How far it goes, in lengths of the line from its start: (0, 1) from end to end.</param>
    /// <param name="area">Where it may show.</param>
    /// <param name="margin">How far around the area it is kept, in device pixels.</param>
    /// <returns>Whether any of it is inside.</returns>
    public static bool TryCut(
        ref (PixelPoint Start, PixelPoint End) line, (double From, double To) reach, PixelRect area, double margin)
    {
        (PixelPoint start, PixelPoint end) = line;
        (double from, double to) = reach;
        double dx = end.X - start.X, dy = end.Y - start.Y;
        if (dx == 0 && dy == 0) (from, to) = (0, 0);
        bool isInside = Cut(-dx, start.X - (area.Left - margin), ref from, ref to)
            && Cut(dx, area.Right + margin - start.X, ref from, ref to)
            && Cut(-dy, start.Y - (area.Top - margin), ref from, ref to)
            && Cut(dy, area.Bottom + margin - start.Y, ref from, ref to);
        if (!isInside) return false;
        line = (new PixelPoint(start.X + from * dx, start.Y + from * dy),
            new PixelPoint(start.X + to * dx, start.Y + to * dy));
        return true;
    }

    private static bool Cut(double direction, double distance, ref double from, ref double to)
    {
        if (direction == 0) return distance >= 0;
        double at = distance / direction;
        if (direction < 0) from = Math.Max(from, at);
        else to = Math.Min(to, at);
        return from <= to;
    }
}
