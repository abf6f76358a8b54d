namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Characters to glyphs, formats 4 and 12.</summary>
/// <remarks>OpenType 1.9.1, "cmap". Ranges are unpacked once, when the font is read.</remarks>
internal sealed class CharacterMapTable
{
    private const int MaxCodePoint = 0x10FFFF;
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly ushort[] _latin = new ushort[256];
    private readonly int _glyphCount;

    public CharacterMapTable(TableBytes table, int glyphCount)
    {
        _glyphCount = glyphCount;
        int chosen = Choose(table);
        if (chosen < 0) throw table.Fault("no Unicode map of format 4 or 12");
        if (table.UInt16(chosen) == 12) ReadFormat12(table, chosen);
        else ReadFormat4(table, chosen);
    }

    /// <summary>The glyph of a code point; 0, the box, when there is none.</summary>
    public int Glyph(int codePoint) =>
        codePoint < _latin.Length ? _latin[codePoint] : _glyphs.GetValueOrDefault(codePoint);

    private static int Choose(TableBytes table)
    {
        int chosen = -1, best = 0, count = table.UInt16(2);
        for (int i = 0; i < count; i++)
        {
            int record = 4 + (i * 8);
            int platform = table.UInt16(record), encoding = table.UInt16(record + 2);
            bool isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (!isUnicode) continue;
            int offset = table.Size(record + 4);
            int format = table.UInt16(offset);
            if (format is not (4 or 12) || format <= best) continue;
            best = format;
            chosen = offset;
        }

        return chosen;
    }

    private void ReadFormat4(TableBytes table, int start)
    {
        int segments = table.UInt16(start + 6) / 2;
        int ends = start + 14, starts = ends + (segments * 2) + 2;
        int deltas = starts + (segments * 2), offsets = deltas + (segments * 2);
        int next = 0;
        for (int s = 0; s < segments; s++)
        {
            int first = table.UInt16(starts + (s * 2)), last = table.UInt16(ends + (s * 2));
            if (first > last || first < next) throw table.Fault($"range {first}–{last} is out of order");
            next = last + 1;
            int delta = table.UInt16(deltas + (s * 2)), offset = table.UInt16(offsets + (s * 2));
            for (int code = first; code <= last && code < 0xFFFF; code++)
            {
                int glyph = code;
                if (offset != 0) glyph = table.UInt16(offsets + (s * 2) + offset + ((code - first) * 2));
                if (offset == 0 || glyph != 0) Map(code, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void ReadFormat12(TableBytes table, int start)
    {
        uint groups = table.UInt32(start + 12);
        if (groups > table.Length / 12) throw table.Fault($"{groups} ranges do not fit");
        int next = 0;
        for (uint g = 0; g < groups; g++)
        {
            int record = start + 16 + (int)(g * 12);
            uint first = table.UInt32(record), last = table.UInt32(record + 4), glyph = table.UInt32(record + 8);
            if (first > last || last > MaxCodePoint || first < next)
                throw table.Fault($"range {first}–{last} is out of order");
            next = (int)last + 1;
            for (uint code = first; code <= last && glyph + (code - first) < _glyphCount; code++)
                Map((int)code, (int)(glyph + (code - first)));
        }
    }

    private void Map(int code, int glyph)
    {
        if (glyph == 0 || glyph >= _glyphCount) return;
        if (code < _latin.Length) _latin[code] = (ushort)glyph;
        else _glyphs[code] = (ushort)glyph;
    }
}
