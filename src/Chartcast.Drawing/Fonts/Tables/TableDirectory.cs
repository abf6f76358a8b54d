using System.Buffers.Binary;

namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>Where the tables of a font file lie.</summary>
/// <remarks>OpenType 1.9.1, "Organization of an OpenType Font".</remarks>
internal sealed class TableDirectory
{
    private const uint TrueTypeVersion = 0x00010000;
    private const uint AppleTrueTypeVersion = 0x74727565;
    private const int HeaderLength = 12;
    private const int RecordLength = 16;
    private const int MaxTables = 256;

    private readonly Dictionary<uint, (int Offset, int Length)> _tables = [];
    private readonly ReadOnlyMemory<byte> _file;

    public TableDirectory(ReadOnlyMemory<byte> file)
    {
        _file = file;
        var header = new TableBytes("directory", file);
        if (header.UInt32(0) is not (TrueTypeVersion or AppleTrueTypeVersion))
            throw header.Fault("this is no TrueType font (outlines of other kinds and collections are not read)");
        int count = header.UInt16(4);
        if (count > MaxTables) throw header.Fault($"{count} tables are more than {MaxTables}");
        for (int i = 0; i < count; i++)
        {
            int record = HeaderLength + (i * RecordLength);
            _tables[header.UInt32(record)] = (header.Size(record + 8), header.Size(record + 12));
        }
    }

    public TableBytes Require(string tag) =>
        TryFind(tag, out TableBytes table) ? table : throw new FontFormatException($"Font table '{tag}' is missing.");

    public bool TryFind(string tag, out TableBytes table)
    {
        table = default;
        if (!_tables.TryGetValue(Number(tag), out (int Offset, int Length) place)) return false;
        table = new TableBytes(tag, _file).Slice(place.Offset, place.Length);
        return true;
    }

    private static uint Number(string tag)
    {
        Span<byte> bytes = [(byte)tag[0], (byte)tag[1], (byte)tag[2], (byte)tag[3]];
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
