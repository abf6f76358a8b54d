using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Gallery;

/// <summary>What a chart shows or hides: each switch the other way round.</summary>
internal static class FlagPictures
{
    private static readonly string[] Beside = ["sma", "rsi"];

    /// <summary>Switches that are off by themselves.</summary>
    private static readonly string[] UsuallyOff =
    [
        "showStudyPlotNamesAction", "showSymbolLabelsAction", "showSymbolWatermark", "showInvertScale",
        "showInvertScaleStudies",
    ];

    public static GalleryFamily Create(PriceFiles prices) => new(
        "Switches", "switches",
        [
            .. ChartOverridesReader.FlagNames.Select(name => Picture(prices, name, UsuallyOff.Contains(name))),
            Picture(prices, "scalesFontSize", 18),
            Picture(prices, "mainPaneHeight", 120),
        ]);

    private static GalleryPicture Picture(PriceFiles prices, string key, object value)
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, object> { [key] = value });
        using JsonDocument document = JsonDocument.Parse(json);
        var faults = new List<SpecFault>();
        ChartOverrides read = ChartOverridesReader.Read(document.RootElement, "override", faults);
        if (faults.Count > 0) throw new InvalidOperationException($"{json}: {faults[0].Message}");
        bool isIntraday = key == "showSessionBreaks";
        ChartSpec spec = isIntraday ? prices.MinutesSpec() : prices.DailySpec();
        return new GalleryPicture(
            $"{key} {JsonSerializer.Serialize(value)}",
            spec with
            {
                Display = read.Display,
                Scale = read.Scale,
                Studies = [.. Beside.Select(name => StudyPictures.Study(Listing(name)))],
            },
            isIntraday ? prices.Minutes : prices.Daily);
    }

    private static IndicatorListing Listing(string name) =>
        IndicatorCatalog.TryFind(name, out IndicatorListing? listing)
            ? listing
            : throw new InvalidOperationException($"{name} is no indicator.");
}
