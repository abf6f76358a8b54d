namespace Chartcast.Drawing.Fonts;

/// <summary>
/// An embedded font together with the marks drawn for it; glyph numbers beyond the font's are those marks.
/// </summary>
internal sealed class Typeface
{
    private readonly FontFile _font;

    public Typeface(FontFile font)
    {
        if (font.UnitsPerEm != SymbolGlyphs.UnitsPerEm)
            throw new FontFormatException(
                $"The marks are drawn for an em of {SymbolGlyphs.UnitsPerEm} units, not {font.UnitsPerEm}.");
        _font = font;
    }

    public int UnitsPerEm => _font.UnitsPerEm;

    public int Ascender => _font.Ascender;

    public int Descender => _font.Descender;

    public int CapHeight => _font.CapHeight;

    public int XHeight => _font.XHeight;

    public int Glyph(int codePoint)
    {
        int glyph = _font.Glyph(codePoint);
        if (glyph != 0) return glyph;
        int symbol = SymbolGlyphs.Find(codePoint);
        return symbol < 0 ? 0 : _font.GlyphCount + symbol;
    }

    public int Advance(int glyph) =>
        glyph < _font.GlyphCount ? _font.Advance(glyph) : SymbolGlyphs.Advance(glyph - _font.GlyphCount);

    public GlyphOutline Outline(int glyph) =>
        glyph < _font.GlyphCount ? _font.Outline(glyph) : SymbolGlyphs.Outline(glyph - _font.GlyphCount);
}
