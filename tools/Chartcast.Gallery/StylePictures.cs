using Chartcast.Charting.Specs;

namespace Chartcast.Gallery;

/// <summary>Every way the bars are drawn.</summary>
internal static class StylePictures
{
    public static GalleryFamily Create(PriceFiles prices) => new(
        "Chart styles", "styles",
        [
            .. ChartStyles.Names.Select(name => new GalleryPicture(name, Styled(prices, name), prices.Daily)),
        ]);

    public static ChartSpec Styled(PriceFiles prices, string name) => ChartStyles.TryParse(name, out ChartStyle style)
        ? prices.DailySpec() with { Style = style }
        : throw new InvalidOperationException($"{name} is no style.");
}
