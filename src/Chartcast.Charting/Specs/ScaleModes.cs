using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Names of scale modes.</summary>
public static class ScaleModes
{
    private static readonly string[] AllNames = ["regular", "percent", "indexedTo100", "logarithmic"];

    private static readonly FrozenDictionary<string, ScaleMode> ByName = new Dictionary<string, ScaleMode>
    {
        ["regular"] = ScaleMode.Regular,
        ["linear"] = ScaleMode.Regular,
        ["percent"] = ScaleMode.Percent,
        ["indexedTo100"] = ScaleMode.IndexedTo100,
        ["indexed_to_100"] = ScaleMode.IndexedTo100,
        ["logarithmic"] = ScaleMode.Logarithmic,
        ["log"] = ScaleMode.Logarithmic,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names as Chart-IMG writes them, the usual one first.</summary>
    public static IReadOnlyList<string> Names => AllNames;

    /// <summary>The names and their aliases.</summary>
    public static IReadOnlyList<string> AcceptedNames { get; } =
        [.. AllNames, "linear", "indexed_to_100", "log"];

    /// <summary>Reads a mode's name or alias.</summary>
    /// <param name="text">The name; case matters.</param>
    /// <param name="mode">The mode, or regular when the text names none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ScaleMode mode)
    {
        mode = ScaleMode.Regular;
        return text is not null && ByName.TryGetValue(text, out mode);
    }

    /// <summary>Says why a text names no mode, and which do.</summary>
    /// <param name="field">The path of the field.</param>
    /// <param name="text">A text that <see cref="TryParse"/> refuses.</param>
    public static SpecFault Fault(string field, string text) => SpecFault.WithNearest(
        field,
        $"{ShownText.Of(text)} is none of {string.Join(", ", AllNames)}.",
        NearestNames.Find(text, AcceptedNames, 3));

    /// <summary>The name of a mode on the wire.</summary>
    public static string WireName(this ScaleMode mode) => AllNames[(int)mode];
}
