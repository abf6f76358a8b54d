using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>A zlib stream of picture rows (RFC 1950, RFC 1951).</summary>
/// <remarks>
/// Pictures repeat in three ways, and only these are looked for: the pixel before, the row above, and what last began
/// with the same four bytes, such as a letter that was written before. A general search finds little more and takes
/// many times as long. Tokens are gathered first, then written with codes of their own.
/// </remarks>
internal sealed class PixelDeflater
{
    /// <summary>Rows must be readable this far beyond their end.</summary>
    public const int ReadBeyond = IBandSink.ReadBeyond;

    private const int MinMatch = 3;
    private const int MaxMatch = 258;
    private const int Window = 32_768;
    private const int MaxTokens = 1 << 16;

    // Tokens that one long repetition may take, as pieces.
    private const int Margin = 1 << 12;
    private const int EndOfBlock = 256;

    // A repetition this long is taken without looking for a better one.
    private const int LongEnough = 32;

    // What sets repetitions against one another, in half bits: an average literal, and a match without its distance.
    private const int LiteralCost = 11, RunCost = 14, MatchCost = 18, HashedMatchCost = 22;

    private const int HashBits = 12;

    // So many positions of a repetition can be found again.
    private const int MaxInserted = 12;

    // A token is a literal, or a length and above it a distance.
    private const int DistanceShift = 9, LengthMask = (1 << DistanceShift) - 1;
    private const int BitCountShift = 26;

    private readonly uint[] _tokens = new uint[MaxTokens];
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _literalFrequencies = new int[DeflateBlockHeader.LiteralSymbols];
    private readonly int[] _distanceFrequencies = new int[DeflateBlockHeader.DistanceSymbols];
    private readonly int[] _lengthFrequencies = new int[MaxMatch + 1];
    private readonly uint[] _packedLengths = new uint[MaxMatch + 1];
    private readonly uint[] _packedLiterals = new uint[EndOfBlock];
    private readonly BitBuffer _bits = new();
    private readonly DeflateBlockHeader _header = new();
    private readonly HuffmanCode _literals = new(DeflateBlockHeader.LiteralSymbols, 15);
    private readonly HuffmanCode _distances = new(DeflateBlockHeader.DistanceSymbols, 15);
    private Adler32 _checksum;
    private int _count, _pixelBytes, _stride;

    /// <summary>The stream; complete after <see cref="End"/>.</summary>
    public ReadOnlySpan<byte> Output => _bits.Bytes;

    /// <summary>Starts a stream.</summary>
    /// <param name="pixelBytes">Bytes of a pixel, 1 or 3.</param>
    /// <param name="stride">Bytes of a row.</param>
    public void Begin(int pixelBytes, int stride)
    {
        (_pixelBytes, _stride) = (pixelBytes, stride);
        _checksum = new Adler32();
        _bits.Clear();
        _bits.Reserve(64);
        _bits.Write(0x0178, 16);
        StartBlock();
    }

    /// <summary>Adds rows, which must be readable <see cref="ReadBeyond"/> bytes further.</summary>
    public void Add(ReadOnlySpan<byte> rows)
    {
        _checksum.Add(rows);
        Array.Fill(_heads, -Window - 1);
        for (int at = 0; at < rows.Length;)
        {
            if (_count > MaxTokens - Margin) WriteBlock(isLast: false);
            at = AddTokens(rows, at);
        }
    }

    /// <summary>Adds until the rows end or the block is nearly full; gives how far it came.</summary>
    private int AddTokens(ReadOnlySpan<byte> rows, int from)
    {
        ref byte start = ref MemoryMarshal.GetReference(rows);
        ref uint tokens = ref MemoryMarshal.GetArrayDataReference(_tokens);
        ref int literals = ref MemoryMarshal.GetArrayDataReference(_literalFrequencies);
        int above = _stride <= Window ? _stride : int.MaxValue, before = _pixelBytes;
        int aboveCost = MatchCost + (2 * MatchDistance.ExtraBits(Math.Min(_stride, Window)));
        int i = from, count = _count, end = rows.Length;
        while (i < end && count <= MaxTokens - Margin)
        {
            ref byte here = ref Unsafe.Add(ref start, i);
            ulong next = Unsafe.ReadUnaligned<ulong>(ref here);
            int limit = end - i, length = 0, distance = 0, gain = 0;
            if (i >= before)
            {
                length = MatchAt(next, ref here, distance = before, limit);
                gain = length < MinMatch ? 0 : (length * LiteralCost) - RunCost;
            }

            if (i >= above)
            {
                int found = MatchAt(next, ref here, above, limit);
                int worth = found < MinMatch ? 0 : (found * LiteralCost) - aboveCost;
                if (worth > gain) (length, distance, gain) = (found, above, worth);
            }

            if (gain <= 0 || length < LongEnough)
            {
                ref int head = ref Head(next);
                int back = i - head;
                head = i;
                if (back <= Window)
                {
                    int found = MatchAt(next, ref here, back, Math.Min(limit, MaxMatch));
                    int worth = (found * LiteralCost) - HashedMatchCost - (2 * MatchDistance.ExtraBits(back));
                    if (found > MinMatch && worth > gain) (length, distance, gain) = (found, back, worth);
                }
            }

            if (gain <= 0)
            {
                uint literal = (byte)(BitConverter.IsLittleEndian ? next : next >> 56);
                Unsafe.Add(ref tokens, count++) = literal;
                Unsafe.Add(ref literals, literal)++;
                i++;
                continue;
            }

            if (length <= MaxMatch)
            {
                Unsafe.Add(ref tokens, count++) = ((uint)distance << DistanceShift) | (uint)length;
                _lengthFrequencies[length]++;
                _distanceFrequencies[MatchDistance.Symbol(distance)]++;
            }
            else
            {
                // As many pieces as the block has room for; what is left is found again.
                length = Math.Min(length, (Margin - 1) * (MaxMatch - MinMatch));
                count = AddPieces(count, length, distance);
            }

            if (distance != before)
            {
                for (int at = i + 1, last = i + Math.Min(length, MaxInserted); at < last; at++)
                    Head(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at))) = at;
            }

            i += length;
        }

        _count = count;
        return i;
    }

    /// <summary>Finishes the stream.</summary>
    public void End()
    {
        WriteBlock(isLast: true);
        _bits.AlignAndWrite(_checksum.Value);
    }

    /// <summary>Where the same four bytes were seen last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Head(ulong next)
    {
        const uint golden = 2_654_435_769;
        uint first = (uint)(BitConverter.IsLittleEndian ? next : next >> 32);
        return ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_heads), (int)((first * golden) >> (32 - HashBits)));
    }

    /// <summary>How many bytes repeat those a distance before, at most the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MatchAt(ulong next, ref byte here, int distance, int limit)
    {
        ulong differing = next ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref here, distance));
        if (differing == 0) return LongMatch(ref here, distance, limit);
        int bits = BitConverter.IsLittleEndian
            ? BitOperations.TrailingZeroCount(differing)
            : BitOperations.LeadingZeroCount(differing);
        return Math.Min(bits >> 3, limit);
    }

    private static int LongMatch(ref byte here, int distance, int limit) =>
        MemoryMarshal.CreateReadOnlySpan(ref here, limit)
            .CommonPrefixLength(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Subtract(ref here, distance), limit));

    private int AddPieces(int count, int length, int distance)
    {
        int symbol = MatchDistance.Symbol(distance);
        for (int left = length; left > 0; count++)
        {
            // The last piece must not be too short to be a match.
            int piece = left <= MaxMatch ? left : Math.Min(MaxMatch, left - MinMatch);
            _tokens[count] = ((uint)distance << DistanceShift) | (uint)piece;
            _lengthFrequencies[piece]++;
            _distanceFrequencies[symbol]++;
            left -= piece;
        }

        return count;
    }

    private void StartBlock()
    {
        _count = 0;
        Array.Clear(_literalFrequencies);
        Array.Clear(_distanceFrequencies);
        Array.Clear(_lengthFrequencies);
    }

    private void WriteBlock(bool isLast)
    {
        for (int length = MinMatch; length <= MaxMatch; length++)
            _literalFrequencies[MatchLength.Symbol(length)] += _lengthFrequencies[length];
        _literalFrequencies[EndOfBlock] = 1;
        // A block without matches still names a distance.
        _distanceFrequencies[0] = Math.Max(_distanceFrequencies[0], 1);
        _literals.Build(_literalFrequencies);
        _distances.Build(_distanceFrequencies);
        _bits.Reserve(DeflateBlockHeader.MaxBits + Pack());
        _header.Write(_bits, _literals, _distances, isLast);
        WriteTokens();
        _bits.Write(_literals.Codes[EndOfBlock], _literals.Lengths[EndOfBlock]);
        StartBlock();
    }

    private void WriteTokens()
    {
        ReadOnlySpan<uint> lengths = _packedLengths, literals = _packedLiterals;
        ReadOnlySpan<ushort> distances = _distances.Codes;
        ReadOnlySpan<byte> distanceBits = _distances.Lengths;
        BitBuffer.Cursor cursor = _bits.Take();
        const uint mask = (1u << BitCountShift) - 1;
        foreach (uint token in _tokens.AsSpan(0, _count))
        {
            int distance = (int)(token >> DistanceShift);
            uint code = distance == 0 ? literals[(byte)token] : lengths[(int)(token & LengthMask)];
            cursor.Write(code & mask, (int)(code >> BitCountShift));
            if (distance == 0) continue;
            int symbol = MatchDistance.Symbol(distance), size = distanceBits[symbol];
            cursor.Write(
                distances[symbol] | ((ulong)MatchDistance.Extra(distance, symbol) << size),
                size + MatchDistance.ExtraBits(distance));
        }

        _bits.GiveBack(cursor);
    }

    /// <summary>
    /// Puts all bits of each literal and length, with their number above, into one word; gives the bits of the block.
    /// </summary>
    private long Pack()
    {
        long bits = 64;
        for (int literal = 0; literal < EndOfBlock; literal++)
        {
            int size = _literals.Lengths[literal];
            _packedLiterals[literal] = _literals.Codes[literal] | ((uint)size << BitCountShift);
            bits += (long)_literalFrequencies[literal] * size;
        }

        const int longestDistance = 15 + 13;
        for (int length = MinMatch; length <= MaxMatch; length++)
        {
            if (_lengthFrequencies[length] == 0) continue;
            int symbol = MatchLength.Symbol(length), size = _literals.Lengths[symbol];
            uint code = _literals.Codes[symbol] | ((uint)MatchLength.Extra(length, symbol) << size);
            size += MatchLength.ExtraBits(symbol);
            _packedLengths[length] = code | ((uint)size << BitCountShift);
            bits += (long)_lengthFrequencies[length] * (size + longestDistance);
        }

        return bits;
    }
}
