using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chartcast.Charting.Specs;

/// <summary>Shows text from outside inside a message: quoted, cut, and with nothing in it that a terminal, a log or a
/// reader could mistake for ours.</summary>
public static class ShownText
{
    private const int LongestShown = 40;

    /// <summary>A text in single quotes, at most 40 characters of it, control and format characters escaped.</summary>
    public static string Of(string? text)
    {
        text ??= "";
        var shown = new StringBuilder(Math.Min(text.Length, LongestShown) + 3);
        shown.Append('\'');
        AppendSafe(shown, text.AsSpan(0, Math.Min(text.Length, LongestShown)));
        if (text.Length > LongestShown) shown.Append('…');
        return shown.Append('\'').ToString();
    }

    /// <summary>A JSON value: strings in single quotes, numbers and literals as they came, cut; objects and arrays by
    /// their kind.</summary>
    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Of(element.GetString()),
        JsonValueKind.Number => Cut(element.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => "nothing",
    };

    /// <summary>A member name as part of a field's path: as it is when it is plain, else as
    /// <see cref="Of(string?)"/>.</summary>
    public static string AsPathPart(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= LongestShown && name.All(IsPathSign) ? name : Of(name);
    }

    private static bool IsPathSign(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ' ' or '%' or '+' or '-';

    private static string Cut(string number) =>
        number.Length <= LongestShown ? number : string.Concat(number.AsSpan(0, LongestShown), "…");

    private static void AppendSafe(StringBuilder shown, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (IsPlain(c)) shown.Append(c);
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
    }

    // Format characters include the marks that reverse the direction of text; surrogates may be alone after the cut.
    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
