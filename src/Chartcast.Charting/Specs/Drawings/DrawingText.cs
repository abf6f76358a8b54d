using System.Globalization;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>What texts drawings may carry; they come from anyone and end up in a picture.</summary>
public static class DrawingText
{
    /// <summary>Most characters of a text.</summary>
    public const int MaximumLength = 500;

    /// <summary>Line breaks of every kind as one line feed, tabs as a space.</summary>
    public static string Normalized(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny("\r\t\u2028\u2029") < 0
            ? text
            : text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n')
                .Replace('\t', ' ');
    }

    /// <summary>What a normalized text must be and is not, or null when it is fine.</summary>
    /// <returns>A part of a sentence after "must".</returns>
    public static string? Fault(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumLength)
            return $"have at most {MaximumLength} characters, not {text.Length}";
        if (string.IsNullOrWhiteSpace(text)) return "have at least one character that can be seen";
        foreach (char c in text)
        {
            if (!IsAllowed(c))
                return $"have no control or direction marks such as U+{(int)c:X4}; a line break may be \\n";
        }

        return HasLoneSurrogate(text) ? "be whole characters, not halves of surrogate pairs" : null;
    }

    // Marks of direction turn what is read around; joiners are parts of writing and of emoji.
    private static bool IsAllowed(char c) => c is '\n' or '\u200C' or '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
