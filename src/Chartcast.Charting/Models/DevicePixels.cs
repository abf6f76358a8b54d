namespace Chartcast.Charting.Models;

/// <summary>Turns positions into whole device pixels.</summary>
internal static class DevicePixels
{
    /// <summary>Far outside every picture, and far inside what integers hold.</summary>
    private const double Limit = 1_000_000;

    /// <summary>Rounds half up; what lies far outside the picture stays outside.</summary>
    public static int Round(double position) => (int)Math.Floor(Math.Clamp(position, -Limit, Limit) + 0.5);

    /// <summary>The same without rounding, for antialiased lines.</summary>
    public static double Clamp(double position) => Math.Clamp(position, -Limit, Limit);
}
