using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Tests.Raster;

/// <summary>How far two pictures of one size are apart.</summary>
internal static class PictureDifference
{
    /// <summary>Peak signal-to-noise ratio in decibels.</summary>
    public static double PeakSignalToNoise(Pixmap a, Pixmap b)
    {
        double sum = 0;
        foreach ((Rgba left, Rgba right) in Pairs(a, b))
            sum += Square(left.R - right.R) + Square(left.G - right.G) + Square(left.B - right.B);
        return 10 * Math.Log10(255.0 * 255.0 * 3 * a.WidthPx * a.HeightPx / sum);
    }

    /// <summary>The largest difference of a channel.</summary>
    public static int Largest(Pixmap a, Pixmap b) => Pairs(a, b).Max(pair => Distance(pair.Left, pair.Right));

    /// <summary>The share of pixels that differ by more than a limit.</summary>
    public static double ShareAbove(Pixmap a, Pixmap b, int limit) =>
        (double)Pairs(a, b).Count(pair => Distance(pair.Left, pair.Right) > limit) / (a.WidthPx * a.HeightPx);

    private static int Distance(Rgba a, Rgba b) =>
        Math.Max(Math.Abs(a.R - b.R), Math.Max(Math.Abs(a.G - b.G), Math.Abs(a.B - b.B)));

    private static double Square(int value) => (double)value * value;

    private static IEnumerable<(Rgba Left, Rgba Right)> Pairs(Pixmap a, Pixmap b)
    {
        Assert.Equal((a.WidthPx, a.HeightPx), (b.WidthPx, b.HeightPx));
        for (int y = 0; y < a.HeightPx; y++)
        {
            for (int x = 0; x < a.WidthPx; x++) yield return (a[x, y], b[x, y]);
        }
    }
}
