using System.Globalization;
using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>Turns what is short on a command line into the JSON it stands for.</summary>
/// <remarks><c>sma</c>, <c>sma:20</c>, <c>macd:12,26,9</c>, <c>macd:fast=12,slow=26</c>, <c>note:text=a\,b</c>,
/// or a JSON object as it is.</remarks>
internal static class CommandLineJson
{
    /// <summary>Writes a list of objects with a type; nothing when there is none.</summary>
    /// <param name="json">Receives the member.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="texts">What was written.</param>
    /// <param name="positional">The key of a value without one.</param>
    /// <param name="takesPlaces">Whether items may be texts with values at their places, as indicators may.</param>
    public static void WriteItems(
        Utf8JsonWriter json, string name, string[]? texts, string positional, bool takesPlaces = false)
    {
        if (texts is not { Length: > 0 }) return;
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            if (text.TrimStart().StartsWith('{')) WriteRaw(json, name, text);
            else if (takesPlaces && IsShorthand(text)) json.WriteStringValue(text);
            else WriteItem(json, text, positional);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an object of keys and values; a dot in a key leads into an object within.</summary>
    /// <exception cref="ChartException">A text has no equals sign, or two of them are at odds.</exception>
    public static void WriteObject(Utf8JsonWriter json, string name, string[]? texts)
    {
        if (texts is not { Length: > 0 }) return;
        json.WriteStartObject(name);
        foreach (IGrouping<string, (string Key, string Value)> group in texts.Select(text => Split(name, text))
            .GroupBy(static pair => FirstPart(pair.Key)))
            WriteGroup(json, group);
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, IGrouping<string, (string Key, string Value)> group)
    {
        // style.candleStyle.upColor is the key candleStyle.upColor of the object style.
        if (group.All(pair => pair.Key == group.Key))
        {
            foreach ((string key, string value) in group) WriteValue(json, key, value);
            return;
        }

        json.WriteStartObject(group.Key);
        foreach ((string key, string value) in group) WriteValue(json, key[(group.Key.Length + 1)..], value);
        json.WriteEndObject();
    }

    private static string FirstPart(string key) => key.Split('.')[0];

    private static (string Key, string Value) Split(string name, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (text[..equals], text[(equals + 1)..])
            : throw OutputFile.Fault("--" + name, $"must be key=value, such as showVertGrid=false, not '{text}'.");
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            document.RootElement.WriteTo(json);
        }
        catch (JsonException exception)
        {
            throw OutputFile.Fault("--" + name.TrimEnd('s'), $"is no JSON object: {exception.Message}");
        }
    }

    /// <summary>Whether values stand at their places, as in <c>macd:12,26,9</c> or <c>macd(12,26,9)</c>; the reader of
    /// requests knows the places.</summary>
    private static bool IsShorthand(string text) =>
        text.AsSpan().IndexOfAny(',', '(') > 0 && !text.Contains('=', StringComparison.Ordinal);

    private static void WriteItem(Utf8JsonWriter json, string text, string positional)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        json.WriteStartObject();
        json.WriteString("type"u8, colon < 0 ? text : text[..colon]);
        string[] inputs = colon < 0 ? [] : SplitInputs(text[(colon + 1)..]);
        foreach (string input in inputs)
        {
            int equals = input.IndexOf('=', StringComparison.Ordinal);
            WriteValue(json, equals < 0 ? positional : input[..equals], input[(equals + 1)..]);
        }

        json.WriteEndObject();
    }

    /// <summary>Cuts at commas, except within the brackets of a colour and behind a backslash.</summary>
    private static string[] SplitInputs(string text)
    {
        var parts = new List<string>();
        var part = new System.Text.StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == '\\' && i + 1 < text.Length) part.Append(text[++i]);
            else if (letter == ',' && depth == 0)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
                part.Append(letter);
            }
        }

        parts.Add(part.ToString());
        return [.. parts];
    }

    private static void WriteValue(Utf8JsonWriter json, string name, string value)
    {
        if (value is "true" or "false") json.WriteBoolean(name, value == "true");
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number))
            json.WriteNumber(name, number);
        else json.WriteString(name, value);
    }
}
