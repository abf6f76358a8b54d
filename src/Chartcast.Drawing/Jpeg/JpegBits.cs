using System.Runtime.CompilerServices;
using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Jpeg;

/// <summary>Coded data, highest bit first; a byte 0xFF is followed by 0 (ITU-T T.81, section F.1.2.3).</summary>
internal sealed class JpegBits(ByteBuffer file)
{
    private ulong _pending;
    private int _pendingBits;

    public void Clear() => (_pending, _pendingBits) = (0, 0);

    /// <summary>Adds up to 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint value, int bits)
    {
        _pending = (_pending << bits) | value;
        _pendingBits += bits;
        if (_pendingBits >= 32) Flush();
    }

    /// <summary>Adds the code of a symbol and bits after it.</summary>
    public void Write(JpegCode code, int symbol, uint extra, int extraBits)
    {
        uint packed = code.Codes[symbol];
        const int mask = (1 << JpegCode.LengthBits) - 1;
        Write(((packed >> JpegCode.LengthBits) << extraBits) | extra, (int)(packed & mask) + extraBits);
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Align()
    {
        int missing = -_pendingBits & 7;
        Write((1u << missing) - 1, missing);
        Flush();
    }

    private void Flush()
    {
        for (; _pendingBits >= 8; _pendingBits -= 8)
        {
            byte value = (byte)(_pending >> (_pendingBits - 8));
            file.Add(value);
            if (value == byte.MaxValue) file.Add(0);
        }

        _pending &= (1UL << _pendingBits) - 1;
    }
}
