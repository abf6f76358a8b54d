using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Strokes;

/// <summary>Cuts a line into the dashes of a pattern; the pattern runs on around corners.</summary>
internal sealed class Dasher
{
    // Keeps a hairline of a thousandth of a pixel from becoming millions of dashes.
    private const double ShortestUnitPx = 0.25;

    private readonly PointBuffer _dash = new();
    private PixelRect _visible;
    private double _on, _period, _position;

    /// <summary>Takes the points of one dash; they are valid only during the call.</summary>
    public delegate void DashReceiver(ReadOnlySpan<ScenePoint> dash);

    /// <summary>Gives the dashes in order.</summary>
    /// <param name="points">The line.</param>
    /// <param name="stroke">Its width and pattern.</param>
    /// <param name="visible">What lies wholly outside is skipped.</param>
    /// <param name="receiver">Takes each dash.</param>
    public void Cut(ReadOnlySpan<ScenePoint> points, Stroke stroke, PixelRect visible, DashReceiver receiver)
    {
        (int on, int off) = stroke.Dash.Lengths();
        double unit = Math.Max(stroke.WidthPx, ShortestUnitPx);
        _on = on * unit;
        _period = (on + off) * unit;
        _position = 0;
        _dash.Clear();
        int margin = (int)Math.Ceiling(stroke.WidthPx) + 1;
        _visible = PixelRect.FromEdges(
            visible.Left - margin, visible.Top - margin, visible.Right + margin, visible.Bottom + margin);
        for (int i = 1; i < points.Length; i++) CutSegment(points[i - 1], points[i], receiver);
        Flush(receiver);
    }

    private void CutSegment(ScenePoint from, ScenePoint to, DashReceiver receiver)
    {
        double dx = (double)to.X - from.X, dy = (double)to.Y - from.Y;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length == 0) return;
        (double start, double end) = VisiblePart(from, dx, dy);
        if (start >= end)
        {
            Skip(length, receiver);
            return;
        }

        if (start > 0) Skip(start * length, receiver);
        double at = start * length, stop = end * length;
        while (at < stop)
        {
            bool isOn = _position < _on;
            double step = Math.Min((isOn ? _on : _period) - _position, stop - at);
            if (isOn)
            {
                if (_dash.Count == 0) _dash.Add(from.X + (dx * at / length), from.Y + (dy * at / length));
                _dash.Add(from.X + (dx * (at + step) / length), from.Y + (dy * (at + step) / length));
            }

            // A step too small to move the position would never end.
            double moved = at + step;
            at = moved > at ? moved : stop;
            _position += step;
            if (isOn && _position >= _on - (_period * 1e-9))
            {
                _position = _on;
                Flush(receiver);
            }
            else if (_position >= _period - (_period * 1e-9))
            {
                _position = 0;
            }
        }

        if (end < 1) Skip((1 - end) * length, receiver);
    }

    private void Skip(double length, DashReceiver receiver)
    {
        Flush(receiver);
        _position = (_position + length) % _period;
    }

    private void Flush(DashReceiver receiver)
    {
        if (_dash.Count >= 2) receiver(_dash.Points);
        _dash.Clear();
    }

    /// <summary>The part of a segment, 0–1, whose box touches the visible area (Liang–Barsky).</summary>
    private (double Start, double End) VisiblePart(ScenePoint from, double dx, double dy)
    {
        double start = 0, end = 1;
        Narrow(from.X, dx, _visible.Left, _visible.Right, ref start, ref end);
        Narrow(from.Y, dy, _visible.Top, _visible.Bottom, ref start, ref end);
        return (start, end);
    }

    private static void Narrow(double from, double delta, double least, double most, ref double start, ref double end)
    {
        if (delta == 0)
        {
            if (from < least || from > most) end = -1;
            return;
        }

        double a = (least - from) / delta, b = (most - from) / delta;
        start = Math.Max(start, Math.Min(a, b));
        end = Math.Min(end, Math.Max(a, b));
    }
}
