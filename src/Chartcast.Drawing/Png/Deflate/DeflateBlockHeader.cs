namespace Chartcast.Drawing.Png.Deflate;

/// <summary>Writes the head of a block with a code of its own (RFC 1951, section 3.2.7).</summary>
internal sealed class DeflateBlockHeader
{
    public const int LiteralSymbols = 286;

    /// <summary>The head is never longer.</summary>
    public const int MaxBits = 17 + (19 * 3) + ((LiteralSymbols + 30) * 14);

    private const int LengthSymbols = 19;
    private const int Repeat = 16, ShortZeros = 17, LongZeros = 18;

    private static readonly byte[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _lengths = new byte[LiteralSymbols + 30];
    private readonly byte[] _symbols = new byte[LiteralSymbols + 30];
    private readonly byte[] _extras = new byte[LiteralSymbols + 30];
    private readonly int[] _frequencies = new int[LengthSymbols];
    private readonly HuffmanCode _code = new(LengthSymbols, 7);
    private int _count;

    /// <summary>Writes the head.</summary>
    /// <param name="bits">Where to.</param>
    /// <param name="literals">The code of literals and lengths.</param>
    /// <param name="distance">The only distance, 1–4, whose symbol is one less.</param>
    /// <param name="isLast">Whether the stream ends with this block.</param>
    public void Write(BitBuffer bits, HuffmanCode literals, int distance, bool isLast)
    {
        literals.Lengths.CopyTo(_lengths);
        _lengths.AsSpan(LiteralSymbols, distance).Clear();
        _lengths[LiteralSymbols + distance - 1] = 1;
        Shorten(_lengths.AsSpan(0, LiteralSymbols + distance));
        _code.Build(_frequencies);
        int sent = LengthSymbols;
        while (sent > 4 && _code.Lengths[Order[sent - 1]] == 0) sent--;
        const int dynamicCode = 2;
        bits.Write((isLast ? 1UL : 0) | (dynamicCode << 1), 3);
        bits.Write((LiteralSymbols - 257) | ((ulong)(distance - 1) << 5) | ((ulong)(sent - 4) << 10), 14);
        for (int i = 0; i < sent; i++) bits.Write(_code.Lengths[Order[i]], 3);
        for (int i = 0; i < _count; i++)
        {
            int symbol = _symbols[i], length = _code.Lengths[symbol];
            int extraBits = symbol switch { Repeat => 2, ShortZeros => 3, LongZeros => 7, _ => 0 };
            bits.Write(_code.Codes[symbol] | ((ulong)_extras[i] << length), length + extraBits);
        }
    }

    /// <summary>Writes repeated lengths as repetitions.</summary>
    private void Shorten(ReadOnlySpan<byte> lengths)
    {
        _count = 0;
        Array.Clear(_frequencies);
        for (int i = 0; i < lengths.Length;)
        {
            int value = lengths[i], run = lengths[i..].IndexOfAnyExcept((byte)value);
            if (run < 0) run = lengths.Length - i;
            if (value == 0 && run >= 3)
            {
                run = Math.Min(run, 138);
                Add(run < 11 ? ShortZeros : LongZeros, run < 11 ? run - 3 : run - 11);
            }
            else if (value != 0 && run >= 4)
            {
                run = Math.Min(run, 7);
                Add(value, 0);
                Add(Repeat, run - 4);
            }
            else
            {
                run = 1;
                Add(value, 0);
            }

            i += run;
        }
    }

    private void Add(int symbol, int extra)
    {
        _symbols[_count] = (byte)symbol;
        _extras[_count++] = (byte)extra;
        _frequencies[symbol]++;
    }
}
