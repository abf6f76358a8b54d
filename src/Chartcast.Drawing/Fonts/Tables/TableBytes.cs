using System.Buffers.Binary;

namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>
/// The bytes of one font table, big-endian; reading beyond them is a <see cref="FontFormatException"/>.
/// </summary>
internal readonly struct TableBytes
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _name;

    public TableBytes(string name, ReadOnlyMemory<byte> bytes)
    {
        _name = name;
        _bytes = bytes;
    }

    public int Length => _bytes.Length;

    public byte Byte(int offset) => Take(offset, 1)[0];

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Take(offset, 2));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Take(offset, 2));

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Take(offset, 4));

    /// <summary>A 32-bit offset or count that must fit the table.</summary>
    public int Size(int offset)
    {
        uint value = UInt32(offset);
        return value <= (uint)Length ? (int)value : throw Fault($"{value} at {offset} points outside the table");
    }

    public TableBytes Slice(int offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw Fault($"{length} bytes at {offset} lie outside the table");
        return new TableBytes(_name, _bytes.Slice(offset, length));
    }

    public FontFormatException Fault(string what) => new($"Font table '{_name}': {what}.");

    private ReadOnlySpan<byte> Take(int offset, int length)
    {
        if (offset < 0 || offset > Length - length) throw Fault($"{length} bytes at {offset} are missing");
        return _bytes.Span.Slice(offset, length);
    }
}
