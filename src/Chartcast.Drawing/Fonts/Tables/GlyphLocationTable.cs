namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Where each glyph lies in the glyph table.</summary>
/// <remarks>OpenType 1.9.1, "loca".</remarks>
internal sealed class GlyphLocationTable
{
    private readonly TableBytes _table;
    private readonly bool _hasLongOffsets;

    public GlyphLocationTable(TableBytes table, bool hasLongOffsets, int glyphCount)
    {
        _table = table;
        _hasLongOffsets = hasLongOffsets;
        int needed = (glyphCount + 1) * (hasLongOffsets ? 4 : 2);
        if (table.Length < needed) throw table.Fault($"{table.Length} bytes are fewer than {needed}");
    }

    /// <summary>Start and length; length 0 for a glyph without outline, such as the space.</summary>
    public (int Offset, int Length) Find(int glyph)
    {
        long start = Offset(glyph), end = Offset(glyph + 1);
        if (end < start || end > int.MaxValue) throw _table.Fault($"glyph {glyph} ends before it starts");
        return ((int)start, (int)(end - start));
    }

    private long Offset(int glyph) => _hasLongOffsets ? _table.UInt32(glyph * 4) : _table.UInt16(glyph * 2) * 2L;
}
