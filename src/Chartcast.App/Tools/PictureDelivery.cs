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
    /// <summary>The chart's shape as text where the answer holds no picture; null where it does, or where the bars are
    /// not known.</summary>
    public string? TextTable { get; private init; }

    /// <summary>Decides; a picture beyond the limits is drawn with fewer pixels, or else comes by link alone.</summary>
    /// <exception cref="ChartException">The picture cannot be read.</exception>
    public static async ValueTask<PictureDelivery> DecideAsync(
        ChartEngine engine, ChartRecord record, ChartDelivery wish, CancellationToken cancellationToken)
    {
        PictureDelivery delivery = await DecidePictureAsync(engine, record, wish, cancellationToken);
        if (delivery.Inline is not null) return delivery;
        ChartBars? bars = await engine.Store.FindBarsAsync(record.RequestId, cancellationToken);
        return bars is null ? delivery : delivery with { TextTable = engine.Local.TextTable(record.Request, bars) };
    }

    private static async ValueTask<PictureDelivery> DecidePictureAsync(
        ChartEngine engine, ChartRecord record, ChartDelivery wish, CancellationToken cancellationToken)
    {
        bool wantsLink = wish.Mode is DeliveryMode.Both or DeliveryMode.Link;
        if (wish.Mode is DeliveryMode.Link or DeliveryMode.None) return new PictureDelivery(null, wantsLink, []);
        ChartImage? image = await engine.Store.FindImageAsync(record.RequestId, cancellationToken);
        if (image is null)
            return new PictureDelivery(null, wantsLink, ["The picture is no longer kept; the numbers are."]);
        if (SmallerPicture.Fits(image, wish)) return new PictureDelivery(image, wantsLink, []);
        ChartBars? bars = await engine.Store.FindBarsAsync(record.RequestId, cancellationToken);
        // A picture from outside has no bars: shrinking its pixels would blur every letter.
        ChartImage? smaller = bars is null
            ? null
            : SmallerPicture.Draw(engine, record.Request, bars, image, wish);
        return new PictureDelivery(smaller, WithLink: true, [Told(image, smaller, wish)]);
    }

    private static string Told(ChartImage image, ChartImage? smaller, ChartDelivery wish)
    {
        string because = (image.Bytes.Length > wish.MaxBytes, SmallerPicture.FitsEdge(image, wish)) switch
        {
            (true, true) => Limit("maxBytes", wish.MaxBytes),
            (false, _) => Limit("maxEdgePx", wish.MaxEdgePx),
            _ => $"{Limit("maxBytes", wish.MaxBytes)} and {Limit("maxEdgePx", wish.MaxEdgePx)}",
        };
        return smaller is null
            ? $"The picture ({Size(image)}) is not in the answer because of {because}: it comes by link only; "
                + "raise the limit to have it here."
            : $"The picture in the answer is {Size(smaller)} instead of {Size(image)} because of {because}; "
                + "the link has the full one, which image and axes describe.";
    }

    private static string Limit(string name, int value) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {value:N0}");

    private static string Size(ChartImage image) => string.Create(
        CultureInfo.InvariantCulture, $"{image.WidthPx}×{image.HeightPx} px, {image.Bytes.Length:N0} bytes");
}
