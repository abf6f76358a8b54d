using System.Text;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Drawing.Fonts;

/// <summary>Text as outlines, for what plain text cannot do: any direction, and slanted letters.</summary>
public static class TextOutline
{
    /// <summary>How far a slanted letter leans: the tangent of twelve degrees, as italics of this kind of face
    /// have.</summary>
    public const double Slant = 0.2126;

    /// <summary>The outline of one line of text.</summary>
    /// <param name="text">The characters; line breaks are not understood.</param>
    /// <param name="face">The face.</param>
    /// <param name="sizePx">The em size in device pixels.</param>
    /// <param name="origin">Where the baseline begins.</param>
    /// <param name="direction">Where the baseline runs to, of length 1: (1, 0) is upright, (0, −1) reads
    /// upwards.</param>
    /// <param name="isSlanted">Whether the letters lean to the right.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    public static VectorPath Of(
        ReadOnlySpan<char> text, FontFace face, double sizePx, PixelPoint origin, PixelPoint direction,
        bool isSlanted = false)
    {
        Typeface typeface = BuiltInFonts.Get(face);
        double scale = sizePx / typeface.UnitsPerEm;
        var builder = new VectorPathBuilder();
        long advance = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int glyph = typeface.Glyph(rune.Value);
            var pen = new GlyphPen(builder, origin, direction, (scale, advance * scale, isSlanted ? Slant : 0));
            typeface.Outline(glyph).Walk(ref pen);
            advance += typeface.Advance(glyph);
        }

        return builder.Build();
    }

    /// <summary>Whether the embedded fonts have every character of a text; the others show as boxes.</summary>
    /// <param name="text">The characters; line breaks count as had.</param>
    public static bool CanShow(ReadOnlySpan<char> text)
    {
        Typeface typeface = BuiltInFonts.Get(FontFace.Regular);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && typeface.Glyph(rune.Value) == 0) return false;
        }

        return true;
    }

    /// <summary>Turns glyph units, y upwards, into device pixels along a baseline.</summary>
    private struct GlyphPen(
        VectorPathBuilder builder, PixelPoint origin, PixelPoint direction,
        (double Scale, double Start, double Slant) letter) : IOutlineSink
    {
        private PixelPoint _last;

        public void MoveTo(float x, float y)
        {
            _last = Place(x, y);
            builder.MoveTo(_last.X, _last.Y);
        }

        public void LineTo(float x, float y)
        {
            _last = Place(x, y);
            builder.LineTo(_last.X, _last.Y);
        }

        // A quadratic curve is the cubic one whose controls lie two thirds on the way to its only control.
        public void QuadTo(float controlX, float controlY, float x, float y)
        {
            PixelPoint control = Place(controlX, controlY);
            PixelPoint end = Place(x, y);
            builder.CubicTo(TwoThirds(_last, control), TwoThirds(end, control), end);
            _last = end;
        }

        public readonly void Close() => builder.Close();

        private readonly PixelPoint Place(float x, float y)
        {
            double along = letter.Start + ((x + (letter.Slant * y)) * letter.Scale);
            double up = y * letter.Scale;
            return new PixelPoint(
                origin.X + (along * direction.X) + (up * direction.Y),
                origin.Y + (along * direction.Y) - (up * direction.X));
        }

        private static PixelPoint TwoThirds(PixelPoint from, PixelPoint to) =>
            new(from.X + ((to.X - from.X) * 2 / 3), from.Y + ((to.Y - from.Y) * 2 / 3));
    }
}
