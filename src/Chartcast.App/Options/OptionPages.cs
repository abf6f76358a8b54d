using System.Text;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Catalog;

namespace Chartcast.App.Options;

/// <summary>The catalogue as Markdown: the pages of the documentation.</summary>
internal static class OptionPages
{
    private const string Generated =
        "<!-- Written by the program from its own catalogue: chartcast options --markdown. Do not edit. -->";

    /// <summary>A page a topic, by file name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["indicators.md"] = Indicators(),
        ["drawings.md"] = Drawings(),
        ["styles.md"] = Styles(),
    };

    private static string Indicators()
    {
        var page = new StringBuilder();
        page.Append(Generated).Append("\n# Indicators\n\n");
        page.Append(
            $"{IndicatorCatalog.All.Count} indicators. Write a type with its inputs "
            + "(`{\"type\":\"sma\",\"period\":20}`, `\"sma:20\"`) or the exact form of Chart-IMG's v2 API "
            + "(`{\"name\":\"Moving Average\",\"input\":{\"length\":20},\"override\":{\"Plot.linewidth\":2}}`). "
            + "`chartcast options rsi` tells everything about one, style keys included.\n");
        foreach (IndicatorFamily family in IndicatorCatalog.Families)
        {
            page.Append($"\n## {char.ToUpperInvariant(family.Name[0])}{family.Name[1..]}\n\n");
            page.Append("| type | name | what it tells | inputs | plots |\n|---|---|---|---|---|\n");
            foreach (IndicatorListing listing in family.Listings) AppendRow(page, listing);
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, IndicatorListing listing)
    {
        string place = listing.IsOverlay ? "on the price" : "own pane";
        string inputs = string.Join("<br>", listing.Parameters.Select(
            static parameter => $"`{parameter.Key}`{Friendly(parameter)} {IndicatorOptionText.ValuesOf(parameter)}"));
        string plots = string.Join(", ", listing.Outputs.Select(static output => output.Key));
        page.Append($"| `{IndicatorOptionText.AliasOf(listing)}` | {Cell(listing.Name)} "
            + $"| {Cell(listing.Description)} ({place}) | {Cell(inputs)} | {Cell(plots)} |\n");
    }

    private static string Friendly(IndicatorParameter parameter) =>
        parameter.FriendlyKeys.Count > 0 ? $" (`{parameter.FriendlyKeys[0]}`)" : "";

    private static string Drawings()
    {
        var page = new StringBuilder();
        page.Append(Generated).Append("\n# Drawings\n\n");
        page.Append(
            "Lines, zones, positions, markers and texts on the price pane. Write a type with its keys "
            + "(`{\"type\":\"horizontal_line\",\"price\":120.5,\"text\":\"Target\"}`) or the exact form of Chart-IMG's "
            + "v2 API (`{\"name\":\"Horizontal Line\",\"input\":{\"price\":120.5},"
            + "\"override\":{\"lineWidth\":1}}`). Both take `zOrder` `top` (default) or `bottom`.\n");
        foreach (DrawingListing listing in DrawingCatalog.All)
        {
            page.Append($"\n## {listing.Name}\n\n{listing.Description} ");
            page.Append($"Types: {string.Join(", ", listing.Aliases.Select(static alias => $"`{alias}`"))}.\n\n");
            page.Append("| key | what it takes |\n|---|---|\n");
            foreach (DrawingKey key in listing.Inputs) AppendRow(page, key, key.IsRequired ? "; required" : "");
            foreach (DrawingKey key in listing.Overrides) AppendRow(page, key, "");
        }

        return page.ToString();
    }

    private static string Styles()
    {
        var page = new StringBuilder();
        page.Append(Generated).Append("\n# Chart types, overrides and colours\n\n");
        page.Append("Chart types (`chartType`): ")
            .AppendJoin(", ", ChartStyles.Names.Select(static name => $"`{name}`")).Append(".\n");
        IEnumerable<OptionTopic> topics =
            OptionTopics.All.Where(static topic => topic.Name is "overrides" or "styles" or "colors");
        foreach (OptionTopic topic in topics)
        {
            page.Append($"\n## {topic.Title}\n\n| key | what it takes |\n|---|---|\n");
            foreach (OptionEntry entry in topic.Entries)
                page.Append($"| `{entry.Names[0]}` | {Cell(entry.Line[(entry.Names[0].Length + 2)..])} |\n");
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, DrawingKey key, string note) =>
        page.Append($"| `{key.Name}` | {Cell(DrawingOptions.ValuesOf(key))}{note} |\n");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
