using Chartcast.Drawing.Fonts.Tables;

namespace Chartcast.Drawing.Fonts;

/// <summary>
/// A TrueType font: metrics, characters and outlines. Thread-safe; outlines are read when first asked for.
/// </summary>
internal sealed class FontFile
{
    private readonly CharacterMapTable _characters;
    private readonly HorizontalMetricsTable _advances;
    private readonly GlyphTable _glyphs;
    private readonly GlyphOutline?[] _outlines;

    private FontFile(TableDirectory directory)
    {
        var head = new HeadTable(directory.Require("head"));
        var header = new HorizontalHeaderTable(directory.Require("hhea"));
        GlyphCount = new MaximumProfileTable(directory.Require("maxp")).GlyphCount;
        _advances = new HorizontalMetricsTable(directory.Require("hmtx"), header.MetricCount);
        _characters = new CharacterMapTable(directory.Require("cmap"), GlyphCount);
        var locations = new GlyphLocationTable(directory.Require("loca"), head.HasLongOffsets, GlyphCount);
        _glyphs = new GlyphTable(directory.Require("glyf"), locations, GlyphCount);
        _outlines = new GlyphOutline?[GlyphCount];
        UnitsPerEm = head.UnitsPerEm;
        Ascender = header.Ascender;
        Descender = header.Descender;
        if (!directory.TryFind("OS/2", out TableBytes table)) return;
        var metrics = new WindowsMetricsTable(table);
        CapHeight = metrics.CapHeight;
        XHeight = metrics.XHeight;
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Above the baseline, in font units.</summary>
    public int Ascender { get; }

    /// <summary>Below the baseline, in font units, negative.</summary>
    public int Descender { get; }

    /// <summary>Height of capitals in font units; 0 when the font does not say.</summary>
    public int CapHeight { get; }

    /// <summary>Height of small letters in font units; 0 when the font does not say.</summary>
    public int XHeight { get; }

    /// <summary>Reads a font.</summary>
    /// <exception cref="FontFormatException">A table is missing, cut off or contradicts another.</exception>
    public static FontFile Read(ReadOnlyMemory<byte> file) => new(new TableDirectory(file));

    /// <summary>The glyph of a code point; 0, the box, when there is none.</summary>
    public int Glyph(int codePoint) => _characters.Glyph(codePoint);

    /// <summary>Advance width in font units.</summary>
    public int Advance(int glyph) => _advances.Advance(glyph);

    /// <summary>The outline of a glyph.</summary>
    /// <exception cref="FontFormatException">The outline is damaged.</exception>
    public GlyphOutline Outline(int glyph) => _outlines[glyph] ??= _glyphs.Read(glyph);
}
