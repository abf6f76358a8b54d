using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>
/// A zlib stream of rows in which the only repetition looked for is the pixel before (RFC 1950, RFC 1951).
/// </summary>
/// <remarks>
/// Filtered chart rows are runs of zeros with a few pixels between; looking no further costs some bytes and saves most
/// of the
/// time of a general search. Tokens are gathered first, then written with a code of their own.
/// </remarks>
internal sealed class RunDeflater
{
    /// <summary>Rows must be readable this far beyond their end.</summary>
    public const int ReadBeyond = 16;

    private const int MinMatch = 3;
    private const int MaxMatch = 258;

    // A row of the widest picture in true colour still fits.
    private const int MaxTokens = 1 << 16;
    private const int EndOfBlock = 256;

    // Tokens: a literal is itself, a match of n pixels is 256 + n.
    private const int MatchBase = 256;
    private const int TokenKinds = MatchBase + MaxMatch + 1;
    private const int BitCountShift = 26;

    private readonly ushort[] _tokens = new ushort[MaxTokens];
    private readonly int[] _counts = new int[TokenKinds];
    private readonly uint[] _packed = new uint[TokenKinds];
    private readonly int[] _frequencies = new int[DeflateBlockHeader.LiteralSymbols];
    private readonly BitBuffer _bits = new();
    private readonly DeflateBlockHeader _header = new();
    private readonly HuffmanCode _code = new(DeflateBlockHeader.LiteralSymbols, 15);
    private Adler32 _checksum;
    private int _count;
    private int _distance;

    /// <summary>The stream; complete after <see cref="End"/>.</summary>
    public ReadOnlySpan<byte> Output => _bits.Bytes;

    /// <summary>Starts a stream.</summary>
    /// <param name="distance">Bytes of a pixel, 1 or 3.</param>
    public void Begin(int distance)
    {
        _distance = distance;
        _count = 0;
        Array.Clear(_counts);
        _checksum = new Adler32();
        _bits.Clear();
        _bits.Reserve(64);
        _bits.Write(0x0178, 16);
    }

    /// <summary>
    /// Adds a row of at most 65,536 bytes, which must be readable <see cref="ReadBeyond"/> bytes further.
    /// </summary>
    public void AddRow(ReadOnlySpan<byte> row)
    {
        if (row.Length > MaxTokens - _count) WriteBlock(isLast: false);
        _checksum.Add(row);
        ref byte start = ref MemoryMarshal.GetReference(row);
        ref ushort tokens = ref MemoryMarshal.GetArrayDataReference(_tokens);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        int i = 0, count = _count, distance = _distance;
        while (i < row.Length)
        {
            int length = i < distance ? 0 : MatchAt(ref Unsafe.Add(ref start, i), distance, row.Length - i);
            if (length < MinMatch)
            {
                byte literal = Unsafe.Add(ref start, i++);
                Unsafe.Add(ref tokens, count++) = literal;
                Unsafe.Add(ref counts, literal)++;
                continue;
            }

            i += length;
            for (int left = length; left > 0;)
            {
                // The last piece must not be too short to be a match.
                int piece = left <= MaxMatch ? left : Math.Min(MaxMatch, left - MinMatch);
                Unsafe.Add(ref tokens, count++) = (ushort)(MatchBase + piece);
                Unsafe.Add(ref counts, MatchBase + piece)++;
                left -= piece;
            }
        }

        _count = count;
    }

    /// <summary>Finishes the stream.</summary>
    public void End()
    {
        WriteBlock(isLast: true);
        _bits.AlignAndWrite(_checksum.Value);
    }

    /// <summary>How many bytes repeat those a distance before, at most the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MatchAt(ref byte here, int distance, int limit)
    {
        ulong differing = Unsafe.ReadUnaligned<ulong>(ref here)
            ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref here, distance));
        if (differing == 0) return LongMatch(ref here, distance, limit);
        int bits = BitConverter.IsLittleEndian
            ? BitOperations.TrailingZeroCount(differing)
            : BitOperations.LeadingZeroCount(differing);
        return Math.Min(bits >> 3, limit);
    }

    private static int LongMatch(ref byte here, int distance, int limit) =>
        MemoryMarshal.CreateReadOnlySpan(ref here, limit)
            .CommonPrefixLength(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Subtract(ref here, distance), limit));

    private void WriteBlock(bool isLast)
    {
        _counts.AsSpan(0, MatchBase).CopyTo(_frequencies);
        _frequencies.AsSpan(MatchBase).Clear();
        for (int length = MinMatch; length <= MaxMatch; length++)
            _frequencies[MatchLength.Symbol(length)] += _counts[MatchBase + length];
        _frequencies[EndOfBlock] = 1;
        _code.Build(_frequencies);
        _bits.Reserve(DeflateBlockHeader.MaxBits + PackTokens());
        _header.Write(_bits, _code, _distance, isLast);
        ReadOnlySpan<uint> packed = _packed;
        foreach (ushort token in _tokens.AsSpan(0, _count))
        {
            uint code = packed[token];
            _bits.Write(code & ((1u << BitCountShift) - 1), (int)(code >> BitCountShift));
        }

        _bits.Write(_code.Codes[EndOfBlock], _code.Lengths[EndOfBlock]);
        _count = 0;
        Array.Clear(_counts);
    }

    /// <summary>
    /// Puts all bits of each token, with their number above, into one word; gives the bits of the block.
    /// </summary>
    private long PackTokens()
    {
        long bits = 16;
        ReadOnlySpan<byte> lengths = _code.Lengths;
        for (int token = 0; token < TokenKinds; token++)
        {
            if (_counts[token] == 0) continue;
            int matched = token - MatchBase, symbol = matched < 0 ? token : MatchLength.Symbol(matched);
            uint code = _code.Codes[symbol];
            int size = lengths[symbol];
            if (matched > 0)
            {
                // The one distance code is a single 0 bit.
                code |= (uint)MatchLength.Extra(matched, symbol) << size;
                size += MatchLength.ExtraBits(symbol) + 1;
            }

            _packed[token] = code | ((uint)size << BitCountShift);
            bits += (long)_counts[token] * size;
        }

        return bits;
    }
}
