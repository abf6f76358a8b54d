namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Heights of capitals and of small letters in font units; 0 when the font does not say.</summary>
/// <remarks>OpenType 1.9.1, "OS/2", version 2 and later.</remarks>
internal sealed class WindowsMetricsTable
{
    private const int XHeightOffset = 86;

    public WindowsMetricsTable(TableBytes table)
    {
        if (table.UInt16(0) < 2) return;
        XHeight = table.Int16(XHeightOffset);
        CapHeight = table.Int16(XHeightOffset + 2);
    }

    public int XHeight { get; }

    public int CapHeight { get; }
}
