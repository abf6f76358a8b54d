namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Line metrics in font units.</summary>
/// <remarks>OpenType 1.9.1, "hhea".</remarks>
internal sealed class HorizontalHeaderTable
{
    public HorizontalHeaderTable(TableBytes table)
    {
        Ascender = table.Int16(4);
        Descender = table.Int16(6);
        MetricCount = table.UInt16(34);
        if (MetricCount == 0) throw table.Fault("no advance width");
    }

    public int Ascender { get; }

    /// <summary>Negative: below the baseline.</summary>
    public int Descender { get; }

    public int MetricCount { get; }
}
