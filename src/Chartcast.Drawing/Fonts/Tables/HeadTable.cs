namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Font header: the em and the kind of glyph offsets.</summary>
/// <remarks>OpenType 1.9.1, "head".</remarks>
internal sealed class HeadTable
{
    private const int MinUnitsPerEm = 16;
    private const int MaxUnitsPerEm = 16_384;

    public HeadTable(TableBytes table)
    {
        UnitsPerEm = table.UInt16(18);
        if (UnitsPerEm is < MinUnitsPerEm or > MaxUnitsPerEm) throw table.Fault($"{UnitsPerEm} units per em");
        short format = table.Int16(50);
        if (format is not (0 or 1)) throw table.Fault($"offset format {format}");
        HasLongOffsets = format == 1;
    }

    public int UnitsPerEm { get; }

    public bool HasLongOffsets { get; }
}
