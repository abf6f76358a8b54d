namespace Chartcast.Drawing.Geometry;

/// <summary>
/// An immutable outline of straight lines and cubic curves in device pixels; filled with the non-zero rule.
/// </summary>
/// <remarks>Contours that are left open are closed when filled.</remarks>
public sealed class VectorPath
{
    private readonly PathVerb[] _verbs;
    private readonly PixelPoint[] _points;

    internal VectorPath(PathVerb[] verbs, PixelPoint[] points)
    {
        _verbs = verbs;
        _points = points;
    }

    /// <summary>Whether the path has no contour.</summary>
    public bool IsEmpty => _verbs.Length == 0;

    internal ReadOnlySpan<PathVerb> Verbs => _verbs;

    internal ReadOnlySpan<PixelPoint> Points => _points;

    /// <summary>The same outline elsewhere.</summary>
    /// <param name="rightPx">How far to the right, in pixels.</param>
    /// <param name="downPx">How far down, in pixels.</param>
    public VectorPath Moved(double rightPx, double downPx)
    {
        var points = new PixelPoint[_points.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = new PixelPoint(_points[i].X + rightPx, _points[i].Y + downPx);
        return new VectorPath(_verbs, points);
    }

    /// <summary>A circle.</summary>
    /// <param name="center">Its centre.</param>
    /// <param name="radiusPx">Its radius in pixels, above 0.</param>
    public static VectorPath Circle(PixelPoint center, double radiusPx)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radiusPx);
        double left = center.X - radiusPx, top = center.Y - radiusPx;
        return new VectorPathBuilder()
            .AddRoundedBox(left, top, left + (2 * radiusPx), top + (2 * radiusPx), new CornerRadii(radiusPx))
            .Build();
    }

    /// <summary>A rectangle with rounded corners.</summary>
    /// <param name="rect">The rectangle.</param>
    /// <param name="radii">The radius of each corner; one too large for its sides is cut to half of the shorter
    /// side.</param>
    public static VectorPath RoundedRect(PixelRect rect, CornerRadii radii) =>
        new VectorPathBuilder().AddRoundedBox(rect.Left, rect.Top, rect.Right, rect.Bottom, radii).Build();
}

/// <summary>The corner radii of a rounded rectangle in pixels, 0 for a sharp corner.</summary>
/// <param name="TopLeft">Top left corner.</param>
/// <param name="TopRight">Top right corner.</param>
/// <param name="BottomRight">Bottom right corner.</param>
/// <param name="BottomLeft">Bottom left corner.</param>
public readonly record struct CornerRadii(double TopLeft, double TopRight, double BottomRight, double BottomLeft)
{
    /// <summary>The same radius at every corner.</summary>
    /// <param name="all">The radius in pixels.</param>
    public CornerRadii(double all)
        : this(all, all, all, all)
    {
    }
}

internal enum PathVerb : byte
{
    /// <summary>Takes one point.</summary>
    MoveTo,

    /// <summary>Takes one point.</summary>
    LineTo,

    /// <summary>Takes three points: two controls and the end.</summary>
    CubicTo,

    /// <summary>Takes no point.</summary>
    Close,
}
