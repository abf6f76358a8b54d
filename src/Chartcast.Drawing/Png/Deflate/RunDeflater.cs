using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>A zlib stream of rows in which the only repetition looked for is the pixel before (RFC 1950, RFC 1951).</summary>
/// <remarks>
/// Filtered chart rows are runs of zeros with a few pixels between; looking no further costs some bytes and saves most of the
/// time of a general search. Tokens are gathered first, then written with a code of their own.
/// </remarks>
internal sealed class RunDeflater
{
    /// <summary>Rows must be readable this far beyond their end.</summary>
    public const int ReadBeyond = 8;

    private const int MinMatch = 3;
    private const int MaxMatch = 258;
    private const int MaxTokens = 1 << 16;
    private const int EndOfBlock = 256;
    private const ushort MatchFlag = 0x8000;

    private readonly ushort[] _tokens = new ushort[MaxTokens];
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
        Array.Clear(_frequencies);
        _checksum = new Adler32();
        _bits.Clear();
        _bits.Reserve(64);
        _bits.Write(0x0178, 16);
    }

    /// <summary>Adds a row, which must be readable <see cref="ReadBeyond"/> bytes further.</summary>
    public void AddRow(ReadOnlySpan<byte> row)
    {
        _checksum.Add(row);
        ref byte start = ref MemoryMarshal.GetReference(row);
        int i = 0, searchable = row.Length - MinMatch;
        for (; i < _distance && i < row.Length; i++) AddLiteral(row[i]);
        while (i < row.Length)
        {
            if (_count > MaxTokens - 2) WriteBlock(isLast: false);
            uint here = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, i));
            uint before = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, i - _distance));
            if (((here ^ before) & 0xFFFFFF) != 0 || i > searchable || !BitConverter.IsLittleEndian)
            {
                AddLiteral((byte)(BitConverter.IsLittleEndian ? here : here >> 24));
                i++;
                continue;
            }

            int length = MinMatch + row[(i + MinMatch)..].CommonPrefixLength(row[(i + MinMatch - _distance)..]);
            i += AddMatches(length);
        }
    }

    /// <summary>Finishes the stream.</summary>
    public void End()
    {
        WriteBlock(isLast: true);
        _bits.AlignAndWrite(_checksum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLiteral(byte value)
    {
        if (_count > MaxTokens - 2) WriteBlock(isLast: false);
        _tokens[_count++] = value;
        _frequencies[value]++;
    }

    /// <summary>Adds a repetition in pieces; gives how much of it is done, as a remainder may be too short for a match.</summary>
    private int AddMatches(int length)
    {
        int done = 0;
        while (length - done >= MinMatch)
        {
            int piece = Math.Min(length - done, MaxMatch);
            if (_count > MaxTokens - 2) WriteBlock(isLast: false);
            _tokens[_count++] = (ushort)(MatchFlag | piece);
            _frequencies[MatchLength.Symbol(piece)]++;
            done += piece;
        }

        return done;
    }

    private void WriteBlock(bool isLast)
    {
        _frequencies[EndOfBlock] = 1;
        _code.Build(_frequencies);
        _bits.Reserve(DeflateBlockHeader.MaxBits + CountBits());
        _header.Write(_bits, _code, _distance, isLast);
        ReadOnlySpan<byte> lengths = _code.Lengths;
        ReadOnlySpan<ushort> codes = _code.Codes;
        foreach (ushort token in _tokens.AsSpan(0, _count))
        {
            if ((token & MatchFlag) == 0)
            {
                _bits.Write(codes[token], lengths[token]);
                continue;
            }

            int length = token & ~MatchFlag, symbol = MatchLength.Symbol(length), codeLength = lengths[symbol];
            int extraBits = MatchLength.ExtraBits(symbol);
            // The one distance code is a single 0 bit.
            _bits.Write(codes[symbol] | ((ulong)MatchLength.Extra(length, symbol) << codeLength), codeLength + extraBits + 1);
        }

        _bits.Write(codes[EndOfBlock], lengths[EndOfBlock]);
        _count = 0;
        Array.Clear(_frequencies);
    }

    private long CountBits()
    {
        long bits = 0;
        for (int symbol = 0; symbol < _frequencies.Length; symbol++)
            bits += (long)_frequencies[symbol] * (_code.Lengths[symbol] + (symbol > EndOfBlock ? MatchLength.ExtraBits(symbol) + 1 : 0));
        return bits;
    }
}
