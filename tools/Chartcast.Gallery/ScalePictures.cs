using Chartcast.Charting.Specs;

namespace Chartcast.Gallery;

/// <summary>Every scale, both ways up, and a fixed range of prices.</summary>
internal static class ScalePictures
{
    private const double Low = 150, High = 190;
    private const int ManyBars = 3_000;

    public static GalleryFamily Create(PriceFiles prices)
    {
        // Fourteen years, so that a logarithm shows.
        ChartSpec all = prices.DailySpec() with { FirstVisible = prices.Daily.Count - ManyBars, Style = ChartStyle.Line };
        return new GalleryFamily(
            "Scales", "scales",
            [
                .. ScaleModes.Names.SelectMany(name => new[]
                {
                    new GalleryPicture(name, all with { Scale = Scale(name, false) }, prices.Daily),
                    new GalleryPicture(name + " inverted", all with { Scale = Scale(name, true) }, prices.Daily),
                }),
                new GalleryPicture(
                    "Price range",
                    prices.DailySpec() with
                    {
                        Scale = ScaleOptions.Default with { PriceRange = new PriceRangeSpec(Low, High) },
                    },
                    prices.Daily),
                new GalleryPicture("Minutes with session breaks", prices.MinutesSpec(), prices.Minutes),
            ]);
    }

    private static ScaleOptions Scale(string name, bool isInverted) => ScaleModes.TryParse(name, out ScaleMode mode)
        ? ScaleOptions.Default with { Mode = mode, IsInverted = isInverted }
        : throw new InvalidOperationException($"{name} is no scale.");
}
