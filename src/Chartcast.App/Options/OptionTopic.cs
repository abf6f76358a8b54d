using System.Text.Json;

namespace Chartcast.App.Options;

/// <summary>One kind of thing a chart is made of.</summary>
/// <param name="Name">The word that asks for it, also its member in JSON.</param>
/// <param name="Title">The heading of its list.</param>
/// <param name="Entries">Everything of that kind.</param>
internal sealed record OptionTopic(string Name, string Title, IReadOnlyList<OptionEntry> Entries)
{
    /// <summary>The entry of an exact name, where case matters, or of another name, where it does not.</summary>
    public OptionEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => entry.Names[0] == name)
        ?? Entries.FirstOrDefault(entry => entry.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}

/// <summary>One thing of the catalogue.</summary>
internal sealed class OptionEntry
{
    /// <summary>The exact name, then every other one.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>A group within the topic, such as <c>momentum</c>; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>One line about it.</summary>
    public required string Line { get; init; }

    /// <summary>Everything about it.</summary>
    public required string FullText { get; init; }

    /// <summary>Writes it as one JSON object; the second argument asks for everything.</summary>
    public required Action<Utf8JsonWriter, bool> Write { get; init; }

    /// <summary>Whether a search finds it.</summary>
    public bool Matches(string? search) => search is null
        || Line.Contains(search, StringComparison.OrdinalIgnoreCase)
        || Names.Any(name => name.Contains(search, StringComparison.OrdinalIgnoreCase))
        || Group.Equals(search, StringComparison.OrdinalIgnoreCase);
}
