using System.Globalization;
using System.Text;

namespace Chartcast.Generation.Requests;

/// <summary>Makes text from outside fit for one line of an event or a log.</summary>
internal static class OneLine
{
    private const int MaximumLetters = 200;

    /// <summary>Replaces control, format and line-separating characters by blanks and cuts after 200 letters.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length <= MaximumLetters && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var clean = new StringBuilder(Math.Min(text.Length, MaximumLetters));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaximumLetters) break;
            bool isHarmful = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (isHarmful) clean.Append(' ');
            else clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
