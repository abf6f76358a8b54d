using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Catalog;

namespace Chartcast.App.Options;

/// <summary>Everything there is, topic by topic, made of the engine's own catalogues.</summary>
internal static class OptionTopics
{
    /// <summary>All topics.</summary>
    public static IReadOnlyList<OptionTopic> All { get; } =
    [
        new("indicators", "Indicators", [.. IndicatorCatalog.Families.SelectMany(IndicatorsOf)]),
        new("drawings", "Drawings", [.. DrawingCatalog.All.Select(DrawingOptions.EntryOf)]),
        new("overrides", "Keys of override", [.. Overrides()]),
    ];

    private static IEnumerable<OptionEntry> IndicatorsOf(IndicatorFamily family) =>
        family.Listings.Select(listing => new OptionEntry
        {
            Names = [listing.Name, .. listing.Aliases],
            Group = family.Name,
            Line = IndicatorOptionText.Line(listing),
            FullText = IndicatorOptionText.Full(listing),
            Write = (json, isFull) => IndicatorOptionJson.Write(json, family.Name, listing, isFull),
        });

    private static IEnumerable<OptionEntry> Overrides() =>
        ChartOverridesReader.Keys.Select(static key => OverrideOptions.EntryOf(key.Name, key.Values));
}
