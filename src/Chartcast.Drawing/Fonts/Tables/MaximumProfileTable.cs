namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>How many glyphs there are.</summary>
/// <remarks>OpenType 1.9.1, "maxp".</remarks>
internal sealed class MaximumProfileTable
{
    public MaximumProfileTable(TableBytes table)
    {
        GlyphCount = table.UInt16(4);
        if (GlyphCount == 0) throw table.Fault("no glyph");
    }

    public int GlyphCount { get; }
}
