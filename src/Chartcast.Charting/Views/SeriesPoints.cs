using System.Buffers;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views;

/// <summary>A place to collect the points of a line; give it back when done.</summary>
internal struct SeriesPoints : IDisposable
{
    private PixelPoint[] _points;

    /// <summary>Makes room.</summary>
    /// <param name="capacity">The most points that will be added.</param>
    public SeriesPoints(int capacity)
    {
        _points = ArrayPool<PixelPoint>.Shared.Rent(Math.Max(1, capacity));
        Count = 0;
    }

    public int Count { get; private set; }

    public readonly ReadOnlySpan<PixelPoint> Points => _points.AsSpan(0, Count);

    /// <summary>Adds a point in device pixels; half a pixel brings it to the middle of the pixel crisp items
    /// fill.</summary>
    public void Add(double x, double y) =>
        _points[Count++] = new PixelPoint(DevicePixels.Clamp(x) + 0.5, DevicePixels.Clamp(y) + 0.5);

    public void Clear() => Count = 0;

    public void Dispose()
    {
        if (_points.Length == 0) return;
        ArrayPool<PixelPoint>.Shared.Return(_points);
        _points = [];
        Count = 0;
    }
}
