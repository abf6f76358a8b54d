using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Options;

/// <summary>The catalogue on half a page: the words that arguments take, and the names of everything else.</summary>
/// <remarks>The words are those of the request's own schema: they cannot differ from what is accepted.</remarks>
internal static class OptionOverview
{
    /// <summary>Makes the overview.</summary>
    public static ChartOptions Make(IReadOnlyList<OptionTopic> topics)
    {
        (string Argument, string[] Words)[] words = [.. WordArguments()];
        var lines = new List<string> { "generate_chart takes:" };
        lines.AddRange(words.Select(static pair => $"{pair.Argument}: {string.Join(' ', pair.Words)}"));
        foreach (OptionTopic topic in topics)
        {
            lines.Add($"{topic.Title} ({topic.Entries.Count}):");
            lines.AddRange(topic.Entries.GroupBy(static entry => entry.Group).Select(static group =>
                $"- {(group.Key.Length > 0 ? group.Key + ": " : "")}{string.Join(", ", group.Select(ShortName))}"));
        }

        lines.Add("Ask with topic for a list with inputs, with name for everything about one, with search to find.");
        return new ChartOptions(string.Join('\n', lines), json => Write(json, words, topics));
    }

    private static string ShortName(OptionEntry entry) => entry.Names.Count > 1 ? entry.Names[1] : entry.Names[0];

    private static IEnumerable<(string Argument, string[] Words)> WordArguments()
    {
        JsonElement properties = ChartRequestSchema.Arguments.GetProperty("properties"u8);
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (property.Value.TryGetProperty("enum"u8, out JsonElement words))
                yield return (property.Name, [.. words.EnumerateArray().Select(static word => word.GetString() ?? "")]);
        }
    }

    private static void Write(
        Utf8JsonWriter json, (string Argument, string[] Words)[] words, IReadOnlyList<OptionTopic> topics)
    {
        json.WriteStartObject();
        json.WriteStartObject("arguments"u8);
        foreach ((string argument, string[] list) in words) IndicatorOptionJson.WriteWords(json, argument, list);
        json.WriteEndObject();
        json.WriteStartObject("names"u8);
        foreach (OptionTopic topic in topics)
            IndicatorOptionJson.WriteWords(json, topic.Name, topic.Entries.Select(static entry => entry.Names[0]));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
