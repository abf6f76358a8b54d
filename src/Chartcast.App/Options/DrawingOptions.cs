using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartcast.Charting.Specs.Drawings;

namespace Chartcast.App.Options;

/// <summary>Says what a drawing takes, as text and as JSON.</summary>
internal static class DrawingOptions
{
    /// <summary>The catalogue entry of one drawing.</summary>
    public static OptionEntry EntryOf(DrawingListing listing) => new()
    {
        Names = [listing.Name, .. listing.Aliases],
        Line = $"{listing.Aliases[0]} ({listing.Name}): {listing.Description} "
            + $"Inputs: {string.Join(", ", listing.Inputs.Select(Short))}.",
        FullText = FullText(listing),
        Write = (json, isFull) => Write(json, listing, isFull),
    };

    /// <summary>What one key takes, with its default.</summary>
    public static string ValuesOf(DrawingKey key) =>
        key.Default is { } value ? $"{key.Wanted}; default {TextOf(value)}" : key.Wanted;

    private static string Short(DrawingKey key) => key.IsRequired ? key.Name : $"{key.Name}?";

    private static string FullText(DrawingListing listing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{listing.Name}: {listing.Description}\n");
        text.Append(CultureInfo.InvariantCulture, $"Friendly types: {string.Join(", ", listing.Aliases)}\n");
        text.Append("Inputs:\n");
        foreach (DrawingKey key in listing.Inputs) AppendKey(text, key);
        text.Append("Styles, in override of the exact form or beside the inputs of the friendly form:\n");
        foreach (DrawingKey key in listing.Overrides) AppendKey(text, key);
        text.Append("Both forms take zOrder top (default) or bottom.");
        return text.ToString();
    }

    private static void AppendKey(StringBuilder text, DrawingKey key)
    {
        string others = key.FriendlyNames.Count == 0 ? "" : $" (or {string.Join(", ", key.FriendlyNames)})";
        string required = key.IsRequired ? ", required" : "";
        string what = key.Description.Length == 0 ? "" : $"{key.Description}, ";
        text.Append(CultureInfo.InvariantCulture, $"- {key.Name}{others}: {what}{ValuesOf(key)}{required}\n");
    }

    private static string TextOf(DrawingValue value) => value switch
    {
        { Number: { } number } => number.ToString("0.######", CultureInfo.InvariantCulture),
        { Switch: { } isOn } => isOn ? "true" : "false",
        { Color: { } color } => color.ToString(),
        { Time: { } time } => time.ToString(),
        _ => value.Text ?? "none",
    };

    private static void Write(Utf8JsonWriter json, DrawingListing listing, bool isFull)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, listing.Aliases[0]);
        json.WriteString("name"u8, listing.Name);
        json.WriteString("description"u8, listing.Description);
        json.WriteStartArray("inputs"u8);
        foreach (DrawingKey key in listing.Inputs) WriteKey(json, key, isFull);
        json.WriteEndArray();
        if (isFull)
        {
            json.WriteStartArray("styles"u8);
            foreach (DrawingKey key in listing.Overrides) WriteKey(json, key, isFull);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter json, DrawingKey key, bool isFull)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, key.Name);
        json.WriteBoolean("required"u8, key.IsRequired);
        if (isFull) json.WriteString("values"u8, ValuesOf(key));
        json.WriteEndObject();
    }
}
