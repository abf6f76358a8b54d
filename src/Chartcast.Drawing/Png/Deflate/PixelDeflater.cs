using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>A zlib stream of picture rows (RFC 1950, RFC 1951).</summary>
/// <remarks>
/// Pictures repeat in three ways, and only these are looked for: the pixel before, the row above, and what last began
/// with the same four bytes, such as a letter that was written before. A general search finds little more and takes
/// many times as long. Tokens are gathered first, then written with codes of their own. What takes the time are
/// branches that no processor can foresee, so the inner steps do without.
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
    private const int LiteralCost = 11, RunCost = 14, MatchCost = 18, HashedMatchCost = 20;

    private const int HashBits = 12;

    // So much more than a repetition must one save that begins a byte later.
    private const int LaterWorth = 14;

    // Bytes that are compared at once; only repetitions of all of them are followed further.
    private const int Word = 8;

    // A token is a symbol and above it a distance, 0 for literals. Symbols are literals, then lengths.
    private const int DistanceShift = 10, SymbolMask = (1 << DistanceShift) - 1;
    private const int LengthBase = 256, Symbols = LengthBase + MaxMatch + 1;
    private const int BitCountShift = 26;

    // The code of a distance, above it how many bits it has, above them how many extra bits follow.
    private const int WaySizeShift = 16, WayExtraShift = 24;

    // What a repetition saves stands above its length, and that above its distance.
    private const int LengthShift = 16, WorthShift = 37;
    private const int DistanceMask = (1 << LengthShift) - 1, LengthMask = (1 << (WorthShift - LengthShift)) - 1;

    // As long as the block has room for its pieces; what is left is found again.
    private const int MaxPieces = (Margin - 1) * (MaxMatch - MinMatch);

    private readonly uint[] _tokens = new uint[MaxTokens];
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _literalFrequencies = new int[DeflateBlockHeader.LiteralSymbols];
    private readonly int[] _distanceFrequencies = new int[DeflateBlockHeader.DistanceSymbols];
    private readonly int[] _symbolFrequencies = new int[Symbols];
    private readonly uint[] _packed = new uint[Symbols];
    private readonly uint[] _packedDistances = new uint[MatchDistance.NoSymbol + 1];
    private readonly BitBuffer _bits = new();
    private readonly DeflateBlockHeader _header = new();
    private readonly HuffmanCode _literals = new(DeflateBlockHeader.LiteralSymbols, 15);
    private readonly HuffmanCode _distances = new(DeflateBlockHeader.DistanceSymbols, 15);
    private Adler32 _checksum;
    private int _count, _pixelBytes, _above, _aboveCost;

    /// <summary>The stream; complete after <see cref="End"/>.</summary>
    public ReadOnlySpan<byte> Output => _bits.Bytes;

    /// <summary>Starts a stream.</summary>
    /// <param name="pixelBytes">Bytes of a pixel, 1 or 3.</param>
    /// <param name="stride">Bytes of a row.</param>
    public void Begin(int pixelBytes, int stride)
    {
        _pixelBytes = pixelBytes;
        _above = stride <= Window ? stride : int.MaxValue;
        _aboveCost = MatchCost + (2 * MatchDistance.ExtraBits(Math.Min(stride, Window)));
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
        ref int frequencies = ref MemoryMarshal.GetArrayDataReference(_symbolFrequencies);
        // The last bytes are fewer than are compared at once.
        int i = from, count = _count, end = rows.Length, last = end - Word;
        while (i < end && count <= MaxTokens - Margin)
        {
            long best = i >= _pixelBytes && i <= last ? Find(ref start, i, end) : 0;
            if (best <= 0)
            {
                uint literal = Unsafe.Add(ref start, i++);
                Unsafe.Add(ref tokens, count++) = literal;
                Unsafe.Add(ref frequencies, literal)++;
                continue;
            }

            // A short repetition gives way to one that begins a byte later and saves more.
            while (LengthOf(best) < Word && i < last)
            {
                long later = Find(ref start, i + 1, end);
                if (later >> WorthShift <= (best >> WorthShift) + LaterWorth) break;
                best = later;
                uint literal = Unsafe.Add(ref start, i++);
                Unsafe.Add(ref tokens, count++) = literal;
                Unsafe.Add(ref frequencies, literal)++;
            }

            int length = LengthOf(best), distance = (int)(best & DistanceMask);
            if (length <= MaxMatch)
            {
                int symbol = LengthBase + length;
                Unsafe.Add(ref tokens, count++) = ((uint)distance << DistanceShift) | (uint)symbol;
                Unsafe.Add(ref frequencies, symbol)++;
                _distanceFrequencies[MatchDistance.Symbol(distance)]++;
            }
            else
            {
                count = AddPieces(count, length, distance);
            }

            Remember(ref start, i + 1);
            Remember(ref start, i + 2);
            i += length;
        }

        _count = count;
        return i;
    }

    private static int LengthOf(long found) => (int)(found >> LengthShift) & LengthMask;

    /// <summary>The repetition that saves most: what it saves, its length and its distance; not positive when none
    /// saves anything.</summary>
    /// <remarks>Which it is cannot be foreseen, so they are compared without branches.</remarks>
    private long Find(ref byte start, int i, int end)
    {
        ref byte here = ref Unsafe.Add(ref start, i);
        ulong next = Unsafe.ReadUnaligned<ulong>(ref here);
        ref int head = ref Head(next);
        int before = _pixelBytes, above = i >= _above ? _above : before, back = i - head;
        int limit = Math.Min(end - i, MaxPieces);
        head = i;
        int over = SameBytes(next, ref here, above);
        if (over == Word)
        {
            over = LongMatch(ref here, above, limit);
            if (over >= LongEnough) return Worth(over, MinMatch, _aboveCost, above);
        }

        // What is not there, or too far back, is taken for the pixel before, which costs less.
        back = back <= Window ? back : before;
        int along = SameBytes(next, ref here, before), again = SameBytes(next, ref here, back);
        if (((along | again) & Word) != 0)
        {
            if (along == Word) along = LongMatch(ref here, before, limit);
            if (again == Word && Math.Max(along, over) < LongEnough)
                again = LongMatch(ref here, back, Math.Min(limit, MaxMatch));
        }

        long best = Worth(along, MinMatch, RunCost, before);
        best = Greater(best, Worth(over, MinMatch, _aboveCost, above));
        return Greater(
            best, Worth(again, MinMatch + 1, HashedMatchCost + (2 * MatchDistance.ExtraBits(back)), back));
    }

    /// <summary>What a repetition saves, above its length and distance; negative for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Worth(int length, int least, int cost, int distance)
    {
        // One too short is no match, however cheap.
        long tooShort = (length - least) >> 31;
        long worth = (length * LiteralCost) - cost - 1;
        return ((worth | tooShort) << WorthShift) | ((long)length << LengthShift) | (uint)distance;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Greater(long left, long right)
    {
        long difference = left - right;
        return left - (difference & (difference >> 63));
    }

    /// <summary>Finishes the stream.</summary>
    public void End()
    {
        WriteBlock(isLast: true);
        _bits.AlignAndWrite(_checksum.Value);
    }

    /// <summary>Lets the bytes at a position be found again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Remember(ref byte start, int at) =>
        Head(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at))) = at;

    /// <summary>Where the same four bytes were seen last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Head(ulong next)
    {
        const uint golden = 2_654_435_769;
        uint first = (uint)(BitConverter.IsLittleEndian ? next : next >> 32);
        return ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_heads), (int)((first * golden) >> (32 - HashBits)));
    }

    /// <summary>How many of eight bytes repeat those a distance before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SameBytes(ulong next, ref byte here, int distance)
    {
        ulong differing = next ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref here, distance));
        int bits = BitConverter.IsLittleEndian
            ? BitOperations.TrailingZeroCount(differing)
            : BitOperations.LeadingZeroCount(differing);
        return bits >> 3;
    }

    /// <summary>How many bytes repeat those a distance before, at most the limit; the first word is known
    /// to.</summary>
    private static int LongMatch(ref byte here, int distance, int limit)
    {
        int length = Word;
        for (; length < limit; length += Vector128<byte>.Count)
        {
            Vector128<byte> same = Vector128.Equals(
                Vector128.LoadUnsafe(ref here, (nuint)length),
                Vector128.LoadUnsafe(ref Unsafe.Subtract(ref here, distance), (nuint)length));
            uint differing = ~same.ExtractMostSignificantBits() & ushort.MaxValue;
            if (differing != 0) return Math.Min(length + BitOperations.TrailingZeroCount(differing), limit);
        }

        return limit;
    }

    private int AddPieces(int count, int length, int distance)
    {
        int symbol = MatchDistance.Symbol(distance);
        for (int left = length; left > 0; count++)
        {
            // The last piece must not be too short to be a match.
            int piece = left <= MaxMatch ? left : Math.Min(MaxMatch, left - MinMatch);
            _tokens[count] = ((uint)distance << DistanceShift) | (uint)(LengthBase + piece);
            _symbolFrequencies[LengthBase + piece]++;
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
        Array.Clear(_symbolFrequencies);
    }

    private void WriteBlock(bool isLast)
    {
        _symbolFrequencies.AsSpan(0, LengthBase).CopyTo(_literalFrequencies);
        for (int length = MinMatch; length <= MaxMatch; length++)
            _literalFrequencies[MatchLength.Symbol(length)] += _symbolFrequencies[LengthBase + length];
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
        ref uint packed = ref MemoryMarshal.GetArrayDataReference(_packed);
        ref uint distances = ref MemoryMarshal.GetArrayDataReference(_packedDistances);
        BitBuffer.Cursor cursor = _bits.Take();
        const uint mask = (1u << BitCountShift) - 1;
        foreach (uint token in _tokens.AsSpan(0, _count))
        {
            uint code = Unsafe.Add(ref packed, token & SymbolMask);
            int size = (int)(code >> BitCountShift), distance = (int)(token >> DistanceShift);
            // Literals have a distance too, of no bits: a branch between them and lengths could not be foreseen.
            uint way = Unsafe.Add(ref distances, MatchDistance.Symbol(distance));
            int waySize = (int)(way >> WaySizeShift) & 0xFF, extraSize = (int)(way >> WayExtraShift);
            uint extra = (uint)(distance - 1) & ((1u << extraSize) - 1);
            ulong tail = (ushort)way | ((ulong)extra << waySize);
            cursor.Write((code & mask) | (tail << size), size + waySize + extraSize);
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
            _packed[literal] = _literals.Codes[literal] | ((uint)size << BitCountShift);
            bits += (long)_literalFrequencies[literal] * size;
        }

        const int longestDistance = 15 + 13;
        for (int length = MinMatch; length <= MaxMatch; length++)
        {
            int count = _symbolFrequencies[LengthBase + length];
            if (count == 0) continue;
            int symbol = MatchLength.Symbol(length), size = _literals.Lengths[symbol];
            uint code = _literals.Codes[symbol] | ((uint)MatchLength.Extra(length, symbol) << size);
            size += MatchLength.ExtraBits(symbol);
            _packed[LengthBase + length] = code | ((uint)size << BitCountShift);
            bits += (long)count * (size + longestDistance);
        }

        for (int symbol = 0; symbol < DeflateBlockHeader.DistanceSymbols; symbol++)
        {
            _packedDistances[symbol] = _distances.Codes[symbol] | ((uint)_distances.Lengths[symbol] << WaySizeShift)
                | ((uint)MatchDistance.ExtraBitsOf(symbol) << WayExtraShift);
        }

        return bits;
    }
}
