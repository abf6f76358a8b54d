using System.Runtime.CompilerServices;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Strokes;

/// <summary>A list of points that is emptied and filled again without allocating.</summary>
internal sealed class PointBuffer
{
    private ScenePoint[] _points = new ScenePoint[64];

    public int Count { get; private set; }

    public ReadOnlySpan<ScenePoint> Points => _points.AsSpan(0, Count);

    public ScenePoint Last => _points[Count - 1];

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ScenePoint point)
    {
        ScenePoint[] points = _points;
        if ((uint)Count >= (uint)points.Length) points = Grow();
        points[Count++] = point;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double x, double y) => Add(new ScenePoint((float)x, (float)y));

    /// <summary>Adds the points of another buffer, last first.</summary>
    public void AddReversed(PointBuffer other)
    {
        for (int i = other.Count - 1; i >= 0; i--) Add(other._points[i]);
    }

    private ScenePoint[] Grow()
    {
        Array.Resize(ref _points, _points.Length * 2);
        return _points;
    }
}
