namespace Chartcast.Drawing.Fonts;

/// <summary>
/// A glyph's contours in font units, y upwards; between two off-curve points lies an implied on-curve one.
/// </summary>
internal sealed class GlyphOutline
{
    public static readonly GlyphOutline Empty = new([], []);

    private readonly OutlinePoint[] _points;
    private readonly int[] _contourEnds;

    public GlyphOutline(OutlinePoint[] points, int[] contourEnds)
    {
        _points = points;
        _contourEnds = contourEnds;
    }

    public ReadOnlySpan<OutlinePoint> Points => _points;

    /// <summary>Index after the last point of each contour.</summary>
    public ReadOnlySpan<int> ContourEnds => _contourEnds;

    public bool IsEmpty => _contourEnds.Length == 0;

    /// <summary>Tells a sink the contours as lines and quadratic curves.</summary>
    public void Walk<TSink>(ref TSink sink)
        where TSink : struct, IOutlineSink
    {
        int start = 0;
        foreach (int end in _contourEnds)
        {
            if (end - start >= 2) WalkContour(_points.AsSpan(start, end - start), ref sink);
            start = end;
        }
    }

    private static void WalkContour<TSink>(ReadOnlySpan<OutlinePoint> contour, ref TSink sink)
        where TSink : struct, IOutlineSink
    {
        OutlinePoint last = contour[^1], begin = contour[0];
        int from = 1;
        if (!begin.OnCurve)
        {
            begin = last.OnCurve ? last : Middle(last, begin);
            from = 0;
        }

        sink.MoveTo(begin.X, begin.Y);
        OutlinePoint control = default;
        bool hasControl = false;
        for (int i = from; i < contour.Length; i++)
        {
            OutlinePoint point = contour[i];
            if (hasControl)
            {
                OutlinePoint to = point.OnCurve ? point : Middle(control, point);
                sink.QuadTo(control.X, control.Y, to.X, to.Y);
            }
            else if (point.OnCurve)
            {
                sink.LineTo(point.X, point.Y);
            }

            hasControl = !point.OnCurve;
            control = point;
        }

        if (hasControl) sink.QuadTo(control.X, control.Y, begin.X, begin.Y);
        sink.Close();
    }

    private static OutlinePoint Middle(OutlinePoint a, OutlinePoint b) =>
        new((a.X + b.X) / 2, (a.Y + b.Y) / 2, OnCurve: true);
}

/// <summary>A point of a glyph in font units.</summary>
internal readonly record struct OutlinePoint(float X, float Y, bool OnCurve);

/// <summary>Takes the contours of a glyph.</summary>
internal interface IOutlineSink
{
    void MoveTo(float x, float y);

    void LineTo(float x, float y);

    void QuadTo(float controlX, float controlY, float x, float y);

    void Close();
}
