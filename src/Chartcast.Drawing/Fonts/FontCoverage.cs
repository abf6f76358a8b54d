using System.Text;

namespace Chartcast.Drawing.Fonts;

/// <summary>Says which characters the embedded fonts can write; the others show as boxes.</summary>
public static class FontCoverage
{
    /// <summary>The characters of a text that a face lacks, each once, in the order they come.</summary>
    /// <param name="text">The characters; unpaired surrogates count as lacking.</param>
    /// <param name="face">The face.</param>
    /// <returns>An empty text when all can be written.</returns>
    public static string MissingFrom(ReadOnlySpan<char> text, FontFace face)
    {
        Typeface typeface = BuiltInFonts.Get(face);
        var missing = new StringBuilder();
        var seen = new HashSet<Rune>();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (typeface.Glyph(rune.Value) == 0 && seen.Add(rune)) missing.Append(rune.ToString());
        }

        return missing.ToString();
    }
}
