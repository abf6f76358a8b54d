using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Sheets;

/// <summary>Where the charts of a sheet lie: a header, then rows of equal places with a line between them.</summary>
public static class SheetLayout
{
    /// <summary>Height of the header in logical pixels.</summary>
    public const int HeaderPx = 32;

    /// <summary>Width of the lines between places in logical pixels.</summary>
    public const int LinePx = 1;

    /// <summary>How many columns suit a number of charts: never more than one wider than high.</summary>
    /// <param name="count">How many charts, 1–<see cref="SheetSpec.MaximumTiles"/>.</param>
    public static int DefaultColumns(int count) => (int)Math.Ceiling(Math.Sqrt(count));

    /// <summary>How many rows some charts take.</summary>
    /// <param name="count">How many charts, 1 or more.</param>
    /// <param name="columns">Charts side by side, 1 or more.</param>
    public static int Rows(int count, int columns) => (count + columns - 1) / columns;

    /// <summary>The places in logical pixels, row by row; those of the last column and row take what division
    /// leaves.</summary>
    /// <param name="widthPx">Width of the whole picture.</param>
    /// <param name="heightPx">Height of the whole picture.</param>
    /// <param name="count">How many charts.</param>
    /// <param name="columns">Charts side by side.</param>
    public static IReadOnlyList<PixelRect> Places(int widthPx, int heightPx, int count, int columns)
    {
        int rows = Rows(count, columns);
        var places = new PixelRect[count];
        for (int i = 0; i < count; i++)
        {
            (int left, int right) = Share(widthPx, columns, i % columns);
            (int top, int bottom) = Share(heightPx - HeaderPx, rows, i / columns);
            places[i] = new PixelRect(left, HeaderPx + top, right - left, bottom - top);
        }

        return places;
    }

    private static (int Start, int End) Share(int lengthPx, int parts, int index)
    {
        int open = lengthPx - (parts - 1) * LinePx;
        int start = open * index / parts + index * LinePx, end = open * (index + 1) / parts + index * LinePx;
        return (start, end);
    }
}
