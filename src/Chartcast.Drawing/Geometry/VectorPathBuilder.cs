namespace Chartcast.Drawing.Geometry;

/// <summary>Collects the contours of a <see cref="VectorPath"/>.</summary>
public sealed class VectorPathBuilder
{
    /// <summary>
    /// Control point distance, in radii, of the cubic that comes nearest to a quarter circle (4/3·(√2 − 1)).
    /// </summary>
    internal const double QuarterArcControl = 0.55228474983079334;

    private readonly List<PathVerb> _verbs = [];
    private readonly List<PixelPoint> _points = [];
    private bool _hasContour;

    /// <summary>Starts a contour.</summary>
    /// <param name="x">Device pixels from the left.</param>
    /// <param name="y">Device pixels from the top.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    public VectorPathBuilder MoveTo(double x, double y)
    {
        _points.Add(Coordinate.Checked(new PixelPoint(x, y)));
        _verbs.Add(PathVerb.MoveTo);
        _hasContour = true;
        return this;
    }

    /// <summary>Draws a straight line to a point.</summary>
    /// <param name="x">Device pixels from the left.</param>
    /// <param name="y">Device pixels from the top.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    /// <exception cref="InvalidOperationException">No contour was started.</exception>
    public VectorPathBuilder LineTo(double x, double y)
    {
        RequireContour();
        _points.Add(Coordinate.Checked(new PixelPoint(x, y)));
        _verbs.Add(PathVerb.LineTo);
        return this;
    }

    /// <summary>Draws a cubic Bézier curve to a point.</summary>
    /// <param name="control1">The first control point.</param>
    /// <param name="control2">The second control point.</param>
    /// <param name="end">The end.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    /// <exception cref="InvalidOperationException">No contour was started.</exception>
    public VectorPathBuilder CubicTo(PixelPoint control1, PixelPoint control2, PixelPoint end)
    {
        RequireContour();
        _points.Add(Coordinate.Checked(control1));
        _points.Add(Coordinate.Checked(control2));
        _points.Add(Coordinate.Checked(end));
        _verbs.Add(PathVerb.CubicTo);
        return this;
    }

    /// <summary>Closes the contour with a straight line to its start.</summary>
    public VectorPathBuilder Close()
    {
        if (!_hasContour) return this;
        _verbs.Add(PathVerb.Close);
        _hasContour = false;
        return this;
    }

    /// <summary>The path collected so far; the builder may go on.</summary>
    public VectorPath Build() => new([.. _verbs], [.. _points]);

    internal VectorPathBuilder AddRoundedBox(double left, double top, double right, double bottom, CornerRadii radii)
    {
        double most = Math.Min(right - left, bottom - top) / 2;
        double tl = Math.Clamp(radii.TopLeft, 0, most), tr = Math.Clamp(radii.TopRight, 0, most);
        double br = Math.Clamp(radii.BottomRight, 0, most), bl = Math.Clamp(radii.BottomLeft, 0, most);
        MoveTo(left + tl, top).LineTo(right - tr, top);
        Corner(new PixelPoint(right, top), new PixelPoint(right - tr, top), new PixelPoint(right, top + tr));
        LineTo(right, bottom - br);
        Corner(new PixelPoint(right, bottom), new PixelPoint(right, bottom - br), new PixelPoint(right - br, bottom));
        LineTo(left + bl, bottom);
        Corner(new PixelPoint(left, bottom), new PixelPoint(left + bl, bottom), new PixelPoint(left, bottom - bl));
        LineTo(left, top + tl);
        Corner(new PixelPoint(left, top), new PixelPoint(left, top + tl), new PixelPoint(left + tl, top));
        return Close();
    }

    private void Corner(PixelPoint corner, PixelPoint from, PixelPoint to)
    {
        if (from == to) return;
        CubicTo(Toward(from, corner), Toward(to, corner), to);
    }

    private static PixelPoint Toward(PixelPoint from, PixelPoint to) => new(
        from.X + ((to.X - from.X) * QuarterArcControl),
        from.Y + ((to.Y - from.Y) * QuarterArcControl));

    private void RequireContour()
    {
        if (!_hasContour) throw new InvalidOperationException("A contour starts with MoveTo.");
    }
}
