using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>Writes the head of a block with a code of its own (RFC 1951, section 3.2.7).</summary>
internal sealed class DeflateBlockHeader
{
    public const int LiteralSymbols = 286;
    public const int DistanceSymbols = 30;

    /// <summary>The head is never longer.</summary>
    public const int MaxBits = 17 + (19 * 3) + ((LiteralSymbols + DistanceSymbols) * 14);

    private static readonly byte[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _lengths = new byte[LiteralSymbols + DistanceSymbols];
    private readonly CodeLengthRuns _runs = new(LiteralSymbols + DistanceSymbols);

    /// <summary>Writes the head.</summary>
    /// <param name="bits">Where to.</param>
    /// <param name="literals">The code of literals and lengths.</param>
    /// <param name="distances">The code of distances, of which at least one occurs.</param>
    /// <param name="isLast">Whether the stream ends with this block.</param>
    public void Write(BitBuffer bits, HuffmanCode literals, HuffmanCode distances, bool isLast)
    {
        int distance = distances.Lengths.LastIndexOfAnyExcept((byte)0) + 1;
        literals.Lengths.CopyTo(_lengths);
        distances.Lengths[..distance].CopyTo(_lengths.AsSpan(LiteralSymbols));
        _runs.Take(_lengths.AsSpan(0, LiteralSymbols + distance));
        int sent = Order.Length;
        while (sent > 4 && _runs.Lengths[Order[sent - 1]] == 0) sent--;
        const int dynamicCode = 2;
        bits.Write((isLast ? 1UL : 0) | (dynamicCode << 1), 3);
        bits.Write((LiteralSymbols - 257) | ((ulong)(distance - 1) << 5) | ((ulong)(sent - 4) << 10), 14);
        for (int i = 0; i < sent; i++) bits.Write(_runs.Lengths[Order[i]], 3);
        _runs.Write(bits);
    }
}
