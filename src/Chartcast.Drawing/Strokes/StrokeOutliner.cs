using System.Runtime.CompilerServices;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Strokes;

/// <summary>Turns a line with a width into the contour around it: butt caps, round joins.</summary>
/// <remarks>
/// The contour runs along one side and back along the other, so that every part of it turns the same way. At the inner
/// side of
/// a corner it takes the crossing of the two borders when both segments are long enough, which leaves no area counted
/// twice;
/// else it goes through the corner itself. Only square roots are used, so that every CPU gives the same bits.
/// </remarks>
internal sealed class StrokeOutliner
{
    /// <summary>How far an arc may be from a true one, in pixels.</summary>
    private const double ArcTolerance = 0.04;
    private const int MaxArcDepth = 6;
    private const double ShortestSegment = 1e-4;

    private readonly PointBuffer _left = new();
    private readonly PointBuffer _right = new();
    private double _radius;

    /// <summary>The closed contour around a line; empty when all points are the same.</summary>
    /// <param name="points">The line.</param>
    /// <param name="widthPx">Its width.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<ScenePoint> Outline(ReadOnlySpan<ScenePoint> points, double widthPx)
    {
        _left.Clear();
        _right.Clear();
        _radius = widthPx / 2;
        ScenePoint from = points[0];
        Segment before = default;
        foreach (ScenePoint to in points[1..])
        {
            if (!TryMeasure(from, to, out Segment segment)) continue;
            if (before.Length == 0) AddPair(from, segment);
            else Join(from, before, segment);
            before = segment;
            from = to;
        }

        if (before.Length == 0) return [];
        AddPair(from, before);
        _left.AddReversed(_right);
        return _left.Points;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryMeasure(ScenePoint from, ScenePoint to, out Segment segment)
    {
        double dx = (double)to.X - from.X, dy = (double)to.Y - from.Y;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        segment = default;
        if (length < ShortestSegment) return false;
        segment = new Segment(-dy / length * _radius, dx / length * _radius, length);
        return true;
    }

    private void AddPair(ScenePoint at, in Segment segment)
    {
        _left.Add(at.X + segment.NormalX, at.Y + segment.NormalY);
        _right.Add(at.X - segment.NormalX, at.Y - segment.NormalY);
    }

    private void Join(ScenePoint corner, in Segment before, in Segment after)
    {
        double square = _radius * _radius;
        double dot = (before.NormalX * after.NormalX) + (before.NormalY * after.NormalY);
        double cross = (before.NormalX * after.NormalY) - (before.NormalY * after.NormalX);
        // Half-angle tangent of the turn, squared; the borders cross at corner ± the sum of the normals times this
        // scale.
        double tangentSquare = (square - dot) / Math.Max(square + dot, square * 1e-9);
        double scale = square / Math.Max(square + dot, square * 1e-9);
        double crossingX = (before.NormalX + after.NormalX) * scale;
        double crossingY = (before.NormalY + after.NormalY) * scale;
        bool turnsLeft = cross > 0;
        PointBuffer inner = turnsLeft ? _left : _right, outer = turnsLeft ? _right : _left;
        double side = turnsLeft ? 1 : -1;
        double room = Math.Min(before.Length, after.Length) / 2;
        if (square * tangentSquare <= room * room)
        {
            inner.Add(corner.X + (side * crossingX), corner.Y + (side * crossingY));
            // Nearly straight: the arc is flatter than the tolerance, so its tip does.
            if (Math.Sqrt((crossingX * crossingX) + (crossingY * crossingY)) - _radius < ArcTolerance)
            {
                outer.Add(corner.X - (side * crossingX), corner.Y - (side * crossingY));
                return;
            }
        }
        else
        {
            inner.Add(corner.X + (side * before.NormalX), corner.Y + (side * before.NormalY));
            inner.Add(corner);
            inner.Add(corner.X + (side * after.NormalX), corner.Y + (side * after.NormalY));
        }

        var start = new PixelPoint(-side * before.NormalX, -side * before.NormalY);
        var end = new PixelPoint(-side * after.NormalX, -side * after.NormalY);
        outer.Add(corner.X + start.X, corner.Y + start.Y);
        AddArc(outer, corner, start, end, 0);
    }

    /// <summary>Halves the arc until a chord is near enough; a half turn starts in the direction of travel.</summary>
    private void AddArc(PointBuffer outer, ScenePoint center, PixelPoint start, PixelPoint end, int depth)
    {
        double x = start.X + end.X, y = start.Y + end.Y;
        double length = Math.Sqrt((x * x) + (y * y));
        if (depth < MaxArcDepth && _radius - (length / 2) > ArcTolerance)
        {
            PixelPoint middle = length > _radius * 1e-6
                ? new PixelPoint(x / length * _radius, y / length * _radius)
                : ReferenceEquals(outer, _right)
                    ? new PixelPoint(-start.Y, start.X)
                    : new PixelPoint(start.Y, -start.X);
            AddArc(outer, center, start, middle, depth + 1);
            AddArc(outer, center, middle, end, depth + 1);
            return;
        }

        outer.Add(center.X + end.X, center.Y + end.Y);
    }

    /// <summary>The normal, as long as half the line's width, and the length of a piece of the line.</summary>
    private readonly record struct Segment(double NormalX, double NormalY, double Length);
}
