using System.Globalization;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tools;

/// <summary>How a finished picture travels in an answer.</summary>
/// <param name="Inline">The picture in the answer, or null.</param>
/// <param name="WithLink">Whether the answer links to it.</param>
/// <param name="Warnings">What the reader should know about it.</param>
internal sealed record PictureDelivery(ChartImage? Inline, bool WithLink, IReadOnlyList<string> Warnings)
{
    /// <summary>Decides; a picture beyond the limits is drawn with fewer pixels, or else comes by link alone.</summary>
    /// <exception cref="ChartException">The picture cannot be read.</exception>
    public static async ValueTask<PictureDelivery> DecideAsync(
        ChartEngine engine, ChartRecord record, ChartDelivery wish, CancellationToken cancellationToken)
    {
        bool wantsLink = wish.Mode is DeliveryMode.Both or DeliveryMode.Link;
        if (wish.Mode is DeliveryMode.Link or DeliveryMode.None) return new PictureDelivery(null, wantsLink, []);
        ChartImage? image = await engine.Store.FindImageAsync(record.RequestId, cancellationToken);
        if (image is null)
            return new PictureDelivery(null, wantsLink, ["The picture is no longer kept; the numbers are."]);
        if (Fits(image, wish)) return new PictureDelivery(image, wantsLink, []);
        ChartImage? smaller = await DrawSmallerAsync(engine, record, wish, cancellationToken);
        string what = smaller is not null
            ? $"the answer holds it at {Size(smaller)}, the link in full"
            : "it comes by link only; raise maxBytes or maxEdgePx to have it here";
        return new PictureDelivery(smaller, WithLink: true, [Told(image, what)]);
    }

    private static bool Fits(ChartImage image, ChartDelivery wish) =>
        image.Bytes.Length <= wish.MaxBytes
        && (image.Format == ImageFormat.Svg || Math.Max(image.WidthPx, image.HeightPx) <= wish.MaxEdgePx);

    private static async ValueTask<ChartImage?> DrawSmallerAsync(
        ChartEngine engine, ChartRecord record, ChartDelivery wish, CancellationToken cancellationToken)
    {
        ChartRequest request = record.Request;
        if (request.Format != ImageFormat.Png || request.PixelRatio == 1) return null;
        ChartBars? bars = await engine.Store.FindBarsAsync(record.RequestId, cancellationToken);
        if (bars is null) return null;
        for (int ratio = request.PixelRatio - 1; ratio >= 1; ratio--)
        {
            if (Math.Max(request.WidthPx, request.HeightPx) * ratio > wish.MaxEdgePx) continue;
            ChartImage image = engine.Local.Redraw(request with { PixelRatio = ratio }, bars, ImageFormat.Png);
            if (Fits(image, wish)) return image;
        }

        return null;
    }

    private static string Told(ChartImage image, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"The picture ({Size(image)}, {image.Bytes.Length:N0} bytes) is beyond maxBytes or maxEdgePx: {what}.");

    private static string Size(ChartImage image) =>
        string.Create(CultureInfo.InvariantCulture, $"{image.WidthPx}×{image.HeightPx} px");
}
