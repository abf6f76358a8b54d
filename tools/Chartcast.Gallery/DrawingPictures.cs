using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Bars;

namespace Chartcast.Gallery;

/// <summary>Every drawing as it comes.</summary>
internal static class DrawingPictures
{
    private const string DownName = "Short Position";
    private const int StartAge = 55, MiddleAge = 24, EndAge = 8;

    public static GalleryFamily Create(PriceFiles prices) => new(
        "Drawings", "drawings",
        [
            .. DrawingCatalog.All.Select(listing => new GalleryPicture(
                listing.Name,
                prices.DailySpec() with { ShowVolume = false, Drawings = [Drawing(listing, prices.Daily)] },
                prices.Daily)),
        ]);

    private static DrawingSpec Drawing(DrawingListing listing, BarSeries bars)
    {
        var inputs = new Dictionary<string, DrawingValue>(StringComparer.Ordinal);
        foreach (DrawingKey key in listing.Inputs)
        {
            if (Value(key, bars, listing.Name == DownName ? -1 : 1) is { } value) inputs[key.Name] = value;
        }

        // A label is shown only when asked for.
        var styles = new Dictionary<string, DrawingValue>(StringComparer.Ordinal);
        if (listing.TextSwitch is { } shown) styles[shown] = new DrawingValue(Switch: true);
        return new DrawingSpec(listing, inputs, styles);
    }

    private static DrawingValue? Value(DrawingKey key, BarSeries bars, int direction)
    {
        double start = bars.Lows[^StartAge], entry = bars.Closes[^MiddleAge], end = bars.Highs[^EndAge];
        double step = direction * Math.Abs(end - start) / 2;
        return key.Name switch
        {
            "startDatetime" or "start" => At(bars, StartAge),
            "endDatetime" or "end" => At(bars, EndAge),
            "datetime" or "time" => At(bars, MiddleAge),
            "startPrice" or "bottom" => new DrawingValue(Number: start),
            "endPrice" or "top" => new DrawingValue(Number: end),
            "price" or "entryPrice" => new DrawingValue(Number: entry),
            "targetPrice" => new DrawingValue(Number: entry + step),
            "stopPrice" => new DrawingValue(Number: entry - step / 2),
            "quantity" => new DrawingValue(Text: "100"),
            "text" => new DrawingValue(Text: "Earnings"),
            _ when key.Kind == DrawingKeyKind.Choice && key.IsRequired => new DrawingValue(Text: key.Choices[0]),
            _ => null,
        };
    }

    private static DrawingValue At(BarSeries bars, int age) => new(Time: DrawingTime.At(
        DateTimeOffset.FromUnixTimeMilliseconds(bars.OpenTimesMs[^age])));
}
