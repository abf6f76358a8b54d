namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Reads a glyph that consists of contours.</summary>
/// <remarks>OpenType 1.9.1, "glyf", simple glyph description.</remarks>
internal static class SimpleGlyph
{
    private const byte OnCurve = 1;
    private const byte ShortX = 2;
    private const byte ShortY = 4;
    private const byte Repeat = 8;
    private const byte SameOrPositiveX = 16;
    private const byte SameOrPositiveY = 32;

    public static void Read(TableBytes bytes, int offset, int contours, GlyphTable.Loading loading)
    {
        if (contours == 0) return;
        int basePoint = loading.Points.Count, count = 0;
        for (int i = 0; i < contours; i++)
        {
            int end = bytes.UInt16(offset + (i * 2)) + 1;
            if (end < count) throw bytes.Fault("contour ends are out of order");
            count = end;
            loading.Ends.Add(basePoint + end);
        }

        offset += contours * 2;
        offset += 2 + bytes.UInt16(offset);
        var flags = new byte[count];
        ReadFlags(bytes, ref offset, flags);
        var xs = new int[count];
        ReadCoordinates(bytes, ref offset, flags, xs, (ShortX, SameOrPositiveX));
        var ys = new int[count];
        ReadCoordinates(bytes, ref offset, flags, ys, (ShortY, SameOrPositiveY));
        for (int i = 0; i < count; i++) loading.Points.Add(new OutlinePoint(xs[i], ys[i], (flags[i] & OnCurve) != 0));
    }

    private static void ReadFlags(TableBytes bytes, ref int offset, byte[] flags)
    {
        for (int i = 0; i < flags.Length; i++)
        {
            byte flag = bytes.Byte(offset++);
            flags[i] = flag;
            if ((flag & Repeat) == 0) continue;
            int times = bytes.Byte(offset++);
            if (times >= flags.Length - i) throw bytes.Fault("more flags than points");
            for (; times > 0; times--) flags[++i] = flag;
        }
    }

    private static void ReadCoordinates(
        TableBytes bytes, ref int offset, byte[] flags, Span<int> values, (byte Short, byte SameOrPositive) bits)
    {
        int value = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            bool sameOrPositive = (flags[i] & bits.SameOrPositive) != 0;
            if ((flags[i] & bits.Short) != 0)
            {
                int step = bytes.Byte(offset++);
                value += sameOrPositive ? step : -step;
            }
            else if (!sameOrPositive)
            {
                value += bytes.Int16(offset);
                offset += 2;
            }

            values[i] = value;
        }
    }
}
