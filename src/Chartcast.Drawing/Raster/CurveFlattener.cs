using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Drawing.Raster;

/// <summary>Breaks curves into lines that stay within a twentieth of a pixel and adds them to an accumulator.</summary>
/// <remarks>The number of pieces follows from the second difference of the control points (Wang's formula).</remarks>
internal struct CurveFlattener : IOutlineSink
{
    private const double Tolerance = 0.05;
    private const int MaxPieces = 64;

    private readonly EdgeAccumulator _edges;
    private readonly float _scaleX, _scaleY, _dx, _dy;
    private float _startX, _startY, _x, _y;

    /// <summary>Points are scaled, then moved.</summary>
    public CurveFlattener(EdgeAccumulator edges, (float X, float Y) scale, (float X, float Y) move)
    {
        _edges = edges;
        (_scaleX, _scaleY) = scale;
        (_dx, _dy) = move;
    }

    public static void Add(EdgeAccumulator edges, VectorPath path)
    {
        var flattener = new CurveFlattener(edges, (1, 1), (0, 0));
        ReadOnlySpan<PixelPoint> points = path.Points;
        int next = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            switch (verb)
            {
                case PathVerb.MoveTo:
                    flattener.Close();
                    flattener.MoveTo((float)points[next].X, (float)points[next].Y);
                    next++;
                    break;
                case PathVerb.LineTo:
                    flattener.LineTo((float)points[next].X, (float)points[next].Y);
                    next++;
                    break;
                case PathVerb.CubicTo:
                    flattener.CubicTo(points.Slice(next, 3));
                    next += 3;
                    break;
                default:
                    flattener.Close();
                    break;
            }
        }

        flattener.Close();
    }

    public void MoveTo(float x, float y)
    {
        _x = _startX = (x * _scaleX) + _dx;
        _y = _startY = (y * _scaleY) + _dy;
    }

    public void LineTo(float x, float y) => Line((x * _scaleX) + _dx, (y * _scaleY) + _dy);

    public void QuadTo(float controlX, float controlY, float x, float y)
    {
        float x0 = _x, y0 = _y;
        float x1 = (controlX * _scaleX) + _dx, y1 = (controlY * _scaleY) + _dy;
        float x2 = (x * _scaleX) + _dx, y2 = (y * _scaleY) + _dy;
        double bendX = x0 - (2.0 * x1) + x2, bendY = y0 - (2.0 * y1) + y2;
        int pieces = Pieces(Math.Sqrt((bendX * bendX) + (bendY * bendY)) / (4 * Tolerance));
        for (int i = 1; i < pieces; i++)
        {
            double t = (double)i / pieces, u = 1 - t;
            Line(
                (float)((u * u * x0) + (2 * u * t * x1) + (t * t * x2)),
                (float)((u * u * y0) + (2 * u * t * y1) + (t * t * y2)));
        }

        Line(x2, y2);
    }

    public void Close() => Line(_startX, _startY);

    /// <summary>Two controls and the end, in device pixels.</summary>
    private void CubicTo(ReadOnlySpan<PixelPoint> points)
    {
        PixelPoint a = new(_x, _y), b = points[0], c = points[1], d = points[2];
        double bend = Math.Max(Bend(a, b, c), Bend(b, c, d));
        int pieces = Pieces(bend * 3 / (4 * Tolerance));
        for (int i = 1; i < pieces; i++)
        {
            double t = (double)i / pieces, u = 1 - t;
            double wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
            Line(
                (float)((wa * a.X) + (wb * b.X) + (wc * c.X) + (wd * d.X)),
                (float)((wa * a.Y) + (wb * b.Y) + (wc * c.Y) + (wd * d.Y)));
        }

        Line((float)d.X, (float)d.Y);
    }

    private static double Bend(PixelPoint a, PixelPoint b, PixelPoint c)
    {
        double x = a.X - (2 * b.X) + c.X, y = a.Y - (2 * b.Y) + c.Y;
        return Math.Sqrt((x * x) + (y * y));
    }

    private static int Pieces(double square) => (int)Math.Clamp(Math.Ceiling(Math.Sqrt(square)), 1, MaxPieces);

    private void Line(float x, float y)
    {
        _edges.AddLine(_x, _y, x, y);
        _x = x;
        _y = y;
    }
}
