using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Gallery;

/// <summary>Every indicator as it comes.</summary>
internal static class StudyPictures
{
    /// <summary>Words of inputs that show more of an indicator on daily bars than its defaults do.</summary>
    private static readonly Dictionary<(string Study, string Input), string> Telling = new()
    {
        [("VWAP Bands", "anchor")] = "Month",
        [("VWAP Auto Anchored", "anchor")] = "Quarter",
        [("Time Weighted Average Price", "anchor")] = "Month",
    };

    public static GalleryFamily[] Create(PriceFiles prices) =>
    [
        new GalleryFamily("Indicators on the price pane", "overlays", Pictures(prices, isOverlay: true)),
        new GalleryFamily("Indicators in panes of their own", "panes", Pictures(prices, isOverlay: false)),
    ];

    public static StudySpec Study(IndicatorListing listing) => new(
        listing, [.. listing.Parameters.Select(parameter => Input(listing, parameter))],
        new Dictionary<string, StudyStyleValue>(), ForceOverlay: false);

    private static GalleryPicture[] Pictures(PriceFiles prices, bool isOverlay) =>
    [
        .. IndicatorCatalog.All
            .Where(listing => listing.IsOverlay == isOverlay)
            .OrderBy(listing => listing.Name, StringComparer.Ordinal)
            .Select(listing => new GalleryPicture(listing.Name, Spec(prices, Study(listing)), prices.Daily)),
    ];

    private static ChartSpec Spec(PriceFiles prices, StudySpec study)
    {
        ChartSpec spec = prices.DailySpec(study) with { ShowVolume = false };
        if (study.Symbol is null) return spec;
        StudySpec other = study with
        {
            Inputs = [.. study.Inputs.Select(input => input.Text is null
                ? input
                : input with { Text = prices.Other.Symbol })],
        };
        return spec with { Studies = [other], StudySeries = [prices.Other], IsSample = true };
    }

    private static IndicatorInput Input(IndicatorListing listing, IndicatorParameter parameter)
    {
        if (parameter.Kind == ParameterKind.Symbol)
            return new IndicatorInput(parameter.Key, parameter.Default, parameter.DefaultText);
        if (!Telling.TryGetValue((listing.Name, parameter.Key), out string? word))
            return new IndicatorInput(parameter.Key, parameter.Default);
        return new IndicatorInput(parameter.Key, parameter.Choices.ToList().IndexOf(word));
    }
}
