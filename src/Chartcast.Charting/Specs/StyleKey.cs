using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>One style key of one study, and the value it has when nothing is said.</summary>
internal sealed record StyleKey(string Name, StyleKind Kind, StudyStyleValue Default)
{
    /// <summary>Every style key of a study.</summary>
    public static IEnumerable<StyleKey> AllOf(IndicatorListing listing) =>
        (listing.Profile is null ? [] : ProfileKeys.All)
            .Concat(listing.Outputs.SelectMany(output => OfOutput(output, listing)))
            .Concat(listing.Levels.SelectMany(OfLevel))
            .Concat(listing.Bands.SelectMany(OfBand));

    // An only plot cannot be switched off: a study that draws nothing is better left out.
    private static IEnumerable<StyleKey> OfOutput(IndicatorOutput output, IndicatorListing listing)
    {
        bool hasSiblings = listing.Outputs.Count(static other => other.IsVisible) > 1;
        if (hasSiblings || !output.IsVisible)
        {
            // Chart-IMG calls the switch otherwise in the one study that draws a profile.
            string attribute = listing.Profile is null ? "visible" : "display";
            yield return new($"{output.Key}.{attribute}", StyleKind.Switch, new(Switch: output.IsVisible));
        }

        if (PlotTypes.WordOf(output.Kind) is { } word)
        {
            yield return new($"{output.Key}.plottype", StyleKind.PlotType, new(Word: word));
            if (output.Kind != PlotKind.Columns) yield return Width(output.Key, output.LineWidthPx);
        }

        if (output.Colors.Count == 1)
        {
            yield return Colored($"{output.Key}.color", output.Colors[0]);
            yield break;
        }

        for (int i = 0; i < output.Colors.Count; i++) yield return Colored($"{output.Key}.color.{i}", output.Colors[i]);
    }

    private static IEnumerable<StyleKey> OfLevel(IndicatorLevel level)
    {
        yield return Shown(level.Key);
        yield return new($"{level.Key}.value", StyleKind.Level, new(Number: level.Value));
        yield return new($"{level.Key}.linestyle", StyleKind.LineStyle, new(Number: level.LineStyle));
        yield return Width(level.Key, 1);
        yield return Colored($"{level.Key}.color", level.Color);
    }

    private static IEnumerable<StyleKey> OfBand(IndicatorBand band)
    {
        yield return Shown(band.Key);
        if (band.InvertedColor is null)
        {
            yield return Colored($"{band.Key}.color", band.Color);
            yield break;
        }

        // A cloud keeps its two colours; how much shows through is one number for both.
        double opacity = Rgba.Parse(band.Color).A / 255.0;
        yield return new(
            $"{band.Key}.transparency", StyleKind.Percent, new(Number: Math.Round(100 * (1 - opacity))));
    }

    private static StyleKey Shown(string owner, bool isVisible = true) =>
        new($"{owner}.visible", StyleKind.Switch, new(Switch: isVisible));

    private static StyleKey Width(string owner, double widthPx) =>
        new($"{owner}.linewidth", StyleKind.LineWidth, new(Number: widthPx));

    private static StyleKey Colored(string name, string color) =>
        new(name, StyleKind.Color, new(Color: Rgba.Parse(color)));
}
