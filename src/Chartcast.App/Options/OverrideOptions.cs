using System.Text.Json;

namespace Chartcast.App.Options;

/// <summary>A key of an <c>override</c> object, as an entry of the catalogue.</summary>
internal static class OverrideOptions
{
    /// <summary>The entry of one key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">What it takes, with its default.</param>
    /// <param name="group">A group within the topic.</param>
    public static OptionEntry EntryOf(string key, string values, string group = "") => new()
    {
        Names = [key],
        Group = group,
        Line = $"{key}: {values}",
        FullText = $"{key}: {values}",
        Write = (json, _) => Write(json, key, values),
    };

    private static void Write(Utf8JsonWriter json, string key, string values)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, key);
        json.WriteString("description"u8, values);
        json.WriteEndObject();
    }
}
