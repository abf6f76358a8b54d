using Chartcast.App.Engines;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tools;

/// <summary>Draws a chart again with fewer pixels, from its bars, until it fits an answer.</summary>
/// <remarks>
/// Nothing is resampled: letters and lines stay sharp, and the format stays the one asked for. As long as a quarter
/// less of width and height is enough, pixels per CSS pixel stay; then they are lowered one by one; then the chart
/// itself becomes smaller.
/// </remarks>
internal static class SmallerPicture
{
    /// <summary>A chart that keeps at least this much of its sides keeps its pixel ratio, too.</summary>
    private const double LeastScaleAtFullRatio = 0.75;

    // A picture's bytes grow a little slower than its area; each try aims below the limit, in steps of this range.
    private const double Aim = 0.95, SmallestStep = 0.5, LargestStep = 0.92;

    /// <summary>Draws it.</summary>
    /// <param name="engine">Who draws.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="full">The picture that is too large.</param>
    /// <param name="wish">The limits.</param>
    /// <returns>The picture, or null when even the smallest one does not fit.</returns>
    public static ChartImage? Draw(
        ChartEngine engine, ChartRequest request, ChartBars bars, ChartImage full, ChartDelivery wish)
    {
        int ratio = request.PixelRatio;
        double scale = Step(full, wish);
        while (true)
        {
            scale = Math.Min(scale, EdgeScale(request, ratio, wish));
            if (ratio > 1 && scale < LeastScaleAtFullRatio)
            {
                ratio--;
                scale = 1;
                continue;
            }

            // What is as wide as the limit must not lose its last pixel to rounding.
            int width = (int)((request.WidthPx * scale) + 1e-6), height = (int)((request.HeightPx * scale) + 1e-6);
            if (Math.Min(width, height) < ChartRequest.MinimumSizePx) return null;
            ChartImage image = engine.Local.Redraw(
                request with { WidthPx = width, HeightPx = height, PixelRatio = ratio }, bars, request.Format);
            if (Fits(image, wish)) return image;
            scale *= Step(image, wish);
        }
    }

    /// <summary>Whether a picture is within the limits; the sides of SVG do not count.</summary>
    public static bool Fits(ChartImage image, ChartDelivery wish) =>
        image.Bytes.Length <= wish.MaxBytes && FitsEdge(image, wish);

    /// <summary>Whether no side is too long; SVG has the size that its reader gives it.</summary>
    public static bool FitsEdge(ChartImage image, ChartDelivery wish) =>
        image.Format == ImageFormat.Svg || Math.Max(image.WidthPx, image.HeightPx) <= wish.MaxEdgePx;

    private static double EdgeScale(ChartRequest request, int ratio, ChartDelivery wish) =>
        request.Format == ImageFormat.Svg
            ? 1
            : (double)wish.MaxEdgePx / (Math.Max(request.WidthPx, request.HeightPx) * ratio);

    private static double Step(ChartImage image, ChartDelivery wish) => image.Bytes.Length <= wish.MaxBytes
        ? 1
        : Math.Clamp(Math.Sqrt((double)wish.MaxBytes / image.Bytes.Length) * Aim, SmallestStep, LargestStep);
}
