using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Options;

/// <summary>What somebody asked about the catalogue, as text and as JSON of the same content.</summary>
/// <param name="Text">For a model or a person.</param>
/// <param name="Write">Writes one JSON object.</param>
internal sealed record ChartOptions(string Text, Action<Utf8JsonWriter> Write)
{
    private const int NearestCount = 5;

    /// <summary>The topics there are, the overview left out.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. OptionTopics.All.Select(static topic => topic.Name)];

    /// <summary>Looks the catalogue up.</summary>
    /// <param name="topic">One of <see cref="Topics"/>; null for all of them.</param>
    /// <param name="name">An exact name or an alias; null for lists.</param>
    /// <param name="search">Only entries whose names or description contain this; null for all.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> when nothing has that
    /// name.</exception>
    public static ChartOptions Find(string? topic, string? name, string? search)
    {
        OptionTopic[] topics = [.. OptionTopics.All.Where(one => topic is null || one.Name == topic)];
        if (name is not null) return One(topics, name);
        return topic is null && search is null ? OptionOverview.Make(topics) : Listed(topics, search);
    }

    private static ChartOptions One(OptionTopic[] topics, string name)
    {
        foreach (OptionTopic topic in topics)
        {
            if (topic.Find(name) is { } entry)
                return new ChartOptions(entry.FullText, json => WriteLists(json, [(topic, [entry])], isFull: true));
        }

        IReadOnlyList<string> near = Indicators.Catalog.NearestNames.Find(
            name, topics.SelectMany(static topic => topic.Entries).SelectMany(static entry => entry.Names),
            NearestCount);
        string hint = near.Count > 0 ? $"Did you mean {string.Join(", ", near)}?" : "Ask without name for the lists.";
        throw new ChartException(new ChartError
        {
            Code = ChartErrorCode.InvalidArgument,
            Message = $"name: nothing in the catalogue is called so. {hint}",
            Faults = [new FieldFault("name", $"nothing in the catalogue is called so. {hint}")],
            Suggestions = near,
        });
    }

    private static ChartOptions Listed(OptionTopic[] topics, string? search)
    {
        (OptionTopic Topic, OptionEntry[] Entries)[] found =
        [
            .. topics.Select(topic => (topic, topic.Entries.Where(entry => entry.Matches(search)).ToArray()))
                .Where(static pair => pair.Item2.Length > 0),
        ];
        if (found.Length == 0)
        {
            return new ChartOptions(
                "Nothing in the catalogue matches; ask without search for everything.",
                json => WriteLists(json, [], isFull: false));
        }

        IEnumerable<string> lines = found.SelectMany(static pair =>
            pair.Entries.Select(static entry => entry.Line).Prepend($"{pair.Topic.Title} ({pair.Entries.Length}):"));
        string hint = "Ask with the name of one for its inputs, ranges and style keys.";
        return new ChartOptions(
            string.Join('\n', lines.Append(hint)), json => WriteLists(json, found, isFull: false));
    }

    private static void WriteLists(
        Utf8JsonWriter json, IEnumerable<(OptionTopic Topic, OptionEntry[] Entries)> lists, bool isFull)
    {
        json.WriteStartObject();
        foreach ((OptionTopic topic, OptionEntry[] entries) in lists)
        {
            json.WriteStartArray(topic.Name);
            foreach (OptionEntry entry in entries) entry.Write(json, isFull);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
