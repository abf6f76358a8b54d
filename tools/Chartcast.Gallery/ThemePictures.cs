using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Gallery;

/// <summary>Every theme, with and without indicators.</summary>
internal static class ThemePictures
{
    private static readonly string[] Some = ["bb", "volume", "macd"];

    public static GalleryFamily Create(PriceFiles prices) => new(
        "Themes", "themes",
        [
            .. ChartThemes.Names.SelectMany(theme => new[]
            {
                new GalleryPicture(theme, prices.DailySpec() with { Theme = theme }, prices.Daily),
                new GalleryPicture(
                    theme + " with indicators",
                    prices.DailySpec([.. Some.Select(name => StudyPictures.Study(IndicatorCatalog.All.Single(
                        listing => listing.Aliases.Contains(name))))]) with { Theme = theme },
                    prices.Daily),
                new GalleryPicture(
                    theme + " with watermark",
                    StylePictures.Styled(prices, "area") with
                    {
                        Theme = theme, Watermark = new WatermarkSpec("CHARTCAST"),
                    },
                    prices.Daily),
            }),
        ]);
}
