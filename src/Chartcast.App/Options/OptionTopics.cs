using System.Globalization;
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
        new("styles", "Keys of override.style", [.. Styles()]),
        new("colors", "Keys of colors", [.. ThemeKeys.Names.Select(
            static key => OverrideOptions.EntryOf(key, "a colour such as #26A69A or rgb(38,166,154)"))]),
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

    private static IEnumerable<OptionEntry> Styles() => SeriesStyleKeys.All.Select(
        static key => OverrideOptions.EntryOf(key.Name, ValuesOf(key), key.Style.WireName()));

    private static string ValuesOf(SeriesStyleKey key) => key.Default is { } value
        ? $"{key.Wanted}; default {TextOf(value)}"
        : key.Wanted;

    private static string TextOf(StudyStyleValue value) => value switch
    {
        { Color: { } color } => color.ToString(),
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Switch: { } isOn } => isOn ? "true" : "false",
        _ => value.Word ?? "none",
    };

    private static IEnumerable<OptionEntry> Overrides() =>
        ChartOverridesReader.Keys.Select(static key => OverrideOptions.EntryOf(key.Name, key.Values));
}
