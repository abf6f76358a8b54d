namespace Chartcast.Drawing.Geometry;

/// <summary>A point of the picture in device pixels; the centre of the first pixel is (0.5, 0.5).</summary>
/// <param name="X">Distance from the left edge, growing to the right.</param>
/// <param name="Y">Distance from the top edge, growing downwards.</param>
public readonly record struct PixelPoint(double X, double Y);
