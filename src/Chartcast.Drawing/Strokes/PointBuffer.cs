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

    public void Add(ScenePoint point)
    {
        if (Count == _points.Length) Array.Resize(ref _points, Count * 2);
        _points[Count++] = point;
    }

    public void Add(double x, double y) => Add(new ScenePoint((float)x, (float)y));

    /// <summary>Adds the points of another buffer, last first.</summary>
    public void AddReversed(PointBuffer other)
    {
        for (int i = other.Count - 1; i >= 0; i--) Add(other._points[i]);
    }
}
