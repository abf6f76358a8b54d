using System.Text;

namespace Chartcast.Drawing.Fonts;

/// <summary>Sizes of text in the embedded fonts, in device pixels; no kerning, digits are equally wide.</summary>
public static class TextMeasure
{
    /// <summary>The advance width of a line of text.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="face">The face.</param>
    /// <param name="sizePx">The em size in device pixels.</param>
    public static double WidthPx(ReadOnlySpan<char> text, FontFace face, double sizePx)
    {
        Typeface typeface = BuiltInFonts.Get(face);
        long units = 0;
        foreach (Rune rune in text.EnumerateRunes()) units += typeface.Advance(typeface.Glyph(rune.Value));
        return units * sizePx / typeface.UnitsPerEm;
    }

    /// <summary>How far the line reaches above the baseline.</summary>
    /// <param name="face">The face.</param>
    /// <param name="sizePx">The em size in device pixels.</param>
    public static double AscentPx(FontFace face, double sizePx) => Scale(face, BuiltInFonts.Get(face).Ascender, sizePx);

    /// <summary>How far the line reaches below the baseline, as a positive number.</summary>
    /// <param name="face">The face.</param>
    /// <param name="sizePx">The em size in device pixels.</param>
    public static double DescentPx(FontFace face, double sizePx) =>
        Scale(face, -BuiltInFonts.Get(face).Descender, sizePx);

    /// <summary>The height of a capital letter or a digit.</summary>
    /// <param name="face">The face.</param>
    /// <param name="sizePx">The em size in device pixels.</param>
    public static double CapHeightPx(FontFace face, double sizePx) =>
        Scale(face, BuiltInFonts.Get(face).CapHeight, sizePx);

    private static double Scale(FontFace face, int units, double sizePx) =>
        units * sizePx / BuiltInFonts.Get(face).UnitsPerEm;
}
