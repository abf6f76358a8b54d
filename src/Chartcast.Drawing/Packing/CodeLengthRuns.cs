namespace Chartcast.Drawing.Packing;

/// <summary>
/// The code lengths of prefix codes with repeated ones written as repetitions, and the code these are sent with.
/// </summary>
/// <remarks>
/// Deflate (RFC 1951, section 3.2.7) and lossless WebP (RFC 9649, section 6.2.3) share symbols and extra bits. A
/// repetition always follows the length it repeats, which both read the same way.
/// </remarks>
internal sealed class CodeLengthRuns(int capacity)
{
    public const int Symbols = 19;

    private const int MaxLength = 7;
    private const int Repeat = 16, ShortZeros = 17, LongZeros = 18;

    private readonly byte[] _symbols = new byte[capacity];
    private readonly byte[] _extras = new byte[capacity];
    private readonly int[] _frequencies = new int[Symbols];
    private readonly HuffmanCode _code = new(Symbols, MaxLength);
    private int _count;

    /// <summary>Lengths of the code that the lengths are sent with.</summary>
    public ReadOnlySpan<byte> Lengths => _code.Lengths;

    /// <summary>Whether every length is sent by the same symbol.</summary>
    public bool IsUniform => _frequencies.AsSpan().Count(0) == Symbols - 1;

    /// <summary>Takes the lengths of one or more codes.</summary>
    public void Take(ReadOnlySpan<byte> lengths)
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

        _code.Build(_frequencies);
    }

    /// <summary>Writes the lengths.</summary>
    /// <param name="bits">Where to.</param>
    /// <param name="isSilent">Whether the symbols take no bits, being all the same; extra bits are written.</param>
    public void Write(BitBuffer bits, bool isSilent = false)
    {
        for (int i = 0; i < _count; i++)
        {
            int symbol = _symbols[i], length = isSilent ? 0 : _code.Lengths[symbol];
            int extraBits = symbol switch { Repeat => 2, ShortZeros => 3, LongZeros => 7, _ => 0 };
            ulong code = isSilent ? 0UL : _code.Codes[symbol];
            bits.Write(code | ((ulong)_extras[i] << length), length + extraBits);
        }
    }

    private void Add(int symbol, int extra)
    {
        _symbols[_count] = (byte)symbol;
        _extras[_count++] = (byte)extra;
        _frequencies[symbol]++;
    }
}
