namespace Chartcast.Generation.Stores;

/// <summary>Reads stored bytes from front to back, and refuses to read past their end.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>The next byte.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public byte Byte() => Take(1)[0];

    /// <summary>The next bytes.</summary>
    /// <exception cref="FormatException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) throw new FormatException("Stored bars are cut short.");
        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>The next variable-length number.</summary>
    /// <exception cref="FormatException">It is cut short or longer than 64 bits.</exception>
    public ulong Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = Byte();
            if (shift == 63 && next > 1) break;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new FormatException("A number of stored bars is too long.");
    }

    /// <summary>The next variable-length number, as a count.</summary>
    /// <param name="maximum">The largest that makes sense.</param>
    /// <exception cref="FormatException">It is larger.</exception>
    public int Number(int maximum)
    {
        ulong value = Number();
        return value <= (ulong)maximum
            ? (int)value
            : throw new FormatException("A number of stored bars is too large.");
    }
}
