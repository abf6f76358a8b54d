using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Chartcast.Drawing.Packing;

/// <summary>Bytes that grow bit by bit, lowest bit first (RFC 1951, section 3.1.1).</summary>
internal sealed class BitBuffer
{
    // A write touches eight bytes, whatever it adds.
    private const int WriteBeyond = 16;

    private byte[] _bytes = new byte[1 << 16];
    private ulong _pending;
    private int _pendingBits;
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Clear()
    {
        _pending = 0;
        _pendingBits = 0;
        _length = 0;
    }

    /// <summary>Makes room for this many bits.</summary>
    public void Reserve(long bits)
    {
        long needed = _length + (bits >> 3) + WriteBeyond;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(needed, Math.Min(2L * _bytes.Length, Array.MaxLength)));
    }

    /// <summary>Adds up to 32 bits for which there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ulong value, int bits)
    {
        _pending |= value << _pendingBits;
        _pendingBits += bits;
        if (_pendingBits >= 32) Flush();
    }

    /// <summary>A cursor at the end, for many writes in a row; nothing else may write until it is given back.</summary>
    public Cursor Take() => new(_bytes, _length, _pending, _pendingBits);

    /// <summary>Continues where a cursor ended.</summary>
    public void GiveBack(Cursor cursor) => (_length, _pending, _pendingBits) = cursor.End(_bytes);

    /// <summary>Fills the last byte with zeros.</summary>
    public void Align()
    {
        Reserve(64);
        if ((_pendingBits & 7) != 0) _pendingBits += 8 - (_pendingBits & 7);
        Flush();
    }

    /// <summary>Fills the last byte with zeros and adds whole bytes.</summary>
    public void AlignAndWrite(uint bigEndian)
    {
        Align();
        Reserve(64);
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(_length), bigEndian);
        _length += 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Flush()
    {
        Unsafe.WriteUnaligned(ref _bytes[_length],
            BitConverter.IsLittleEndian ? _pending : BinaryPrimitives.ReverseEndianness(_pending));
        int whole = _pendingBits >> 3;
        _length += whole;
        _pending >>= whole * 8;
        _pendingBits &= 7;
    }

    /// <summary>The end of the bytes as a value, which a loop keeps in registers.</summary>
    public ref struct Cursor
    {
        private ref byte _at;
        private ulong _pending;
        private int _pendingBits;

        public Cursor(byte[] bytes, int length, ulong pending, int pendingBits)
        {
            _at = ref bytes[length];
            (_pending, _pendingBits) = (pending, pendingBits);
        }

        /// <summary>Adds up to 56 bits for which there is room.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Write(ulong value, int bits)
        {
            _pending |= value << _pendingBits;
            _pendingBits += bits;
            Unsafe.WriteUnaligned(ref _at, BitConverter.IsLittleEndian
                ? _pending
                : BinaryPrimitives.ReverseEndianness(_pending));
            int whole = _pendingBits >> 3;
            _at = ref Unsafe.Add(ref _at, whole);
            _pending >>= whole * 8;
            _pendingBits &= 7;
        }

        public readonly (int Length, ulong Pending, int PendingBits) End(byte[] bytes) =>
            ((int)Unsafe.ByteOffset(ref bytes[0], ref _at), _pending, _pendingBits);
    }
}
