using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Webp;

/// <summary>Counts symbols, makes a prefix code for them and writes both (RFC 9649, section 6.2.1).</summary>
internal sealed class PrefixCodeWriter(int symbols)
{
    private const int MaxLength = 15;

    // More than the head of any code.
    private const int HeadBits = 8_192;

    private static readonly byte[] Order = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private readonly int[] _frequencies = new int[symbols];
    private readonly HuffmanCode _code = new(symbols, MaxLength);
    private readonly CodeLengthRuns _runs = new(symbols);
    private bool _isSilent;

    public void Clear() => Array.Clear(_frequencies);

    public void Count(int symbol) => _frequencies[symbol]++;

    /// <summary>Makes the code for what was counted, and writes it.</summary>
    public void WriteCode(BitBuffer bits)
    {
        bits.Reserve(HeadBits);
        int used = symbols - _frequencies.AsSpan().Count(0);
        int only = Math.Max(_frequencies.AsSpan().IndexOfAnyExcept(0), 0);
        // A single symbol is known without a bit.
        _isSilent = used <= 1;
        if (_isSilent && only < 256)
        {
            // Simple code: one symbol, of eight bits.
            bits.Write(0b101, 3);
            bits.Write((ulong)only, 8);
            return;
        }

        _code.Build(_frequencies);
        _runs.Take(_code.Lengths);
        int sent = Order.Length;
        while (sent > 4 && _runs.Lengths[Order[sent - 1]] == 0) sent--;
        bits.Write(0, 1);
        bits.Write((ulong)(sent - 4), 4);
        for (int i = 0; i < sent; i++) bits.Write(_runs.Lengths[Order[i]], 3);
        // Lengths of all symbols follow.
        bits.Write(0, 1);
        _runs.Write(bits, _runs.IsUniform);
    }

    public void WriteSymbol(BitBuffer bits, int symbol)
    {
        if (!_isSilent) bits.Write(_code.Codes[symbol], _code.Lengths[symbol]);
    }
}
