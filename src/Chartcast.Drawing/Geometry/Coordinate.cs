namespace Chartcast.Drawing.Geometry;

/// <summary>Keeps coordinates in the range in which single precision still tells eighths of a pixel apart.</summary>
internal static class Coordinate
{
    /// <summary>Sixty times the largest picture side; what lies beyond is moved here.</summary>
    public const double Limit = 1_000_000;

    public static double Checked(double value) =>
        double.IsNaN(value)
            ? throw new ArgumentException("A coordinate is NaN: break the line or leave the item out.", nameof(value))
            : Math.Clamp(value, -Limit, Limit);

    public static PixelPoint Checked(PixelPoint point) => new(Checked(point.X), Checked(point.Y));
}
