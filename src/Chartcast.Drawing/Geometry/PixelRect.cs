namespace Chartcast.Drawing.Geometry;

/// <summary>A rectangle of whole device pixels; it may be empty and may lie outside the picture.</summary>
public readonly record struct PixelRect
{
    /// <summary>Creates a rectangle from its corner and size.</summary>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="width">Number of columns, 0 or more.</param>
    /// <param name="height">Number of rows, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public PixelRect(int left, int top, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        Left = left;
        Top = top;
        Width = width;
        Height = height;
    }

    /// <summary>First column.</summary>
    public int Left { get; }

    /// <summary>First row.</summary>
    public int Top { get; }

    /// <summary>Number of columns, 0 or more.</summary>
    public int Width { get; }

    /// <summary>Number of rows, 0 or more.</summary>
    public int Height { get; }

    /// <summary>The column after the last one.</summary>
    public int Right => Left + Width;

    /// <summary>The row after the last one.</summary>
    public int Bottom => Top + Height;

    /// <summary>Whether no pixel lies inside.</summary>
    public bool IsEmpty => Width == 0 || Height == 0;

    /// <summary>Creates a rectangle from its edges; reversed edges give an empty one.</summary>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="right">The column after the last one.</param>
    /// <param name="bottom">The row after the last one.</param>
    public static PixelRect FromEdges(int left, int top, int right, int bottom) =>
        new(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));

    /// <summary>The pixels that lie in both rectangles.</summary>
    /// <param name="other">The rectangle to cut with.</param>
    public PixelRect Intersect(PixelRect other) => FromEdges(
        Math.Max(Left, other.Left),
        Math.Max(Top, other.Top),
        Math.Min(Right, other.Right),
        Math.Min(Bottom, other.Bottom));
}
