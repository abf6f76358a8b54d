using System.Text;
using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Shows strangers' values inside messages: short, on one line, without characters that act.</summary>
internal static class FaultText
{
    private const int LongestShown = 60;
    private const int MostChoices = 40;

    /// <summary>A value as JSON, cut short.</summary>
    public static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => Clean(value.GetRawText()),
    };

    /// <summary>A text in quotation marks, cut short.</summary>
    public static string Quoted(string text) => $"\"{Clean(text)}\"";

    /// <summary>A text without control, format and surrogate characters, cut short.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestShown) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestShown)
                return clean.Append('…').ToString();
            var acts = Rune.IsControl(rune)
                || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
                    or System.Globalization.UnicodeCategory.LineSeparator
                    or System.Globalization.UnicodeCategory.ParagraphSeparator;
            if (acts)
                clean.Append('\uFFFD');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>What an <c>enum</c> allows, the nearest first when one is near.</summary>
    public static string Choices(JsonElement allowed, JsonElement value)
    {
        var texts = allowed.EnumerateArray().Select(Shown).ToList();
        var list = texts.Count <= MostChoices
            ? string.Join(", ", texts)
            : string.Join(", ", texts.Take(MostChoices)) + $" and {texts.Count - MostChoices} more";
        if (value.ValueKind != JsonValueKind.String)
            return texts.Count == 1 ? list : "one of " + list;

        var names = allowed.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String)
            .Select(one => one.GetString()!);
        var nearest = NearestNames.Of(value.GetString()!, names, count: 1);
        var oneOf = texts.Count == 1 ? list : "one of " + list;
        return nearest.Count > 0 ? $"{oneOf} (did you mean {Quoted(nearest[0])}?)" : oneOf;
    }
}
