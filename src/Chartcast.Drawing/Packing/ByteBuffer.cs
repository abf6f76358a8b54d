using System.Buffers.Binary;

namespace Chartcast.Drawing.Packing;

/// <summary>A file as it grows; kept and filled again without allocating.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[1 << 14];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value) => Take(1)[0] = value;

    public void AddBigEndian(int value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)value);

    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>The next bytes, to be filled.</summary>
    public Span<byte> Take(int count)
    {
        Reserve(count);
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Makes room, so that this many bytes are added without growing.</summary>
    public void Reserve(int count)
    {
        long needed = (long)Length + count;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(needed, Math.Min(2L * _bytes.Length, Array.MaxLength)));
    }
}
