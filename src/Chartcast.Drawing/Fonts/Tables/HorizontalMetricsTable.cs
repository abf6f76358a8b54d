namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Advance widths in font units; glyphs beyond the last one share it.</summary>
/// <remarks>OpenType 1.9.1, "hmtx".</remarks>
internal sealed class HorizontalMetricsTable
{
    private readonly ushort[] _advances;

    public HorizontalMetricsTable(TableBytes table, int metricCount)
    {
        _advances = new ushort[metricCount];
        for (int i = 0; i < metricCount; i++) _advances[i] = table.UInt16(i * 4);
    }

    public int Advance(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];
}
