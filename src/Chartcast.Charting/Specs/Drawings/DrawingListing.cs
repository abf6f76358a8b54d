using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>A catalogue entry: what a drawing is called, what it takes and what it looks like.</summary>
public sealed class DrawingListing
{
    private FrozenDictionary<string, DrawingKey>? _inputs;
    private FrozenDictionary<string, DrawingKey>? _overrides;

    /// <summary>The exact name, such as <c>Trend Line</c>; case and spaces matter.</summary>
    public required string Name { get; init; }

    /// <summary>Friendly types, lower case, the usual one first, such as <c>trend_line</c>.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it shows, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Points, prices and texts.</summary>
    public required IReadOnlyList<DrawingKey> Inputs { get; init; }

    /// <summary>Style values.</summary>
    public required IReadOnlyList<DrawingKey> Overrides { get; init; }

    /// <summary>Override keys that the friendly form's <c>color</c> sets, each with the opacity it gives them; null
    /// leaves the colour's own.</summary>
    public IReadOnlyList<(string Key, double? Opacity)> ColorKeys { get; init; } = [];

    /// <summary>The override key that the friendly form switches on when a text is given; null for none.</summary>
    public string? TextSwitch { get; init; }

    /// <summary>Whether Chart-IMG v2 has the drawing too.</summary>
    public bool IsOfChartImg { get; init; } = true;

    /// <summary>What a drawing lacks whose keys are right one by one, as a sentence; null when nothing.</summary>
    internal Func<IReadOnlyDictionary<string, DrawingValue>, string?> Lacks { get; init; } = static _ => null;

    /// <summary>Finds an input key by its exact name.</summary>
    public bool TryFindInput(string name, [NotNullWhen(true)] out DrawingKey? key) =>
        (_inputs ??= ByName(Inputs)).TryGetValue(name, out key);

    /// <summary>Finds an override key by its exact name.</summary>
    public bool TryFindOverride(string name, [NotNullWhen(true)] out DrawingKey? key) =>
        (_overrides ??= ByName(Overrides)).TryGetValue(name, out key);

    private static FrozenDictionary<string, DrawingKey> ByName(IReadOnlyList<DrawingKey> keys) =>
        keys.ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);
}
