using System.Numerics;

namespace Chartcast.Drawing.Packing;

/// <summary>
/// A canonical prefix code for symbols of known frequency, of limited length (RFC 1951, section 3.2.2).
/// </summary>
internal sealed class HuffmanCode
{
    private readonly int _maxLength;
    private readonly byte[] _lengths;
    private readonly ushort[] _codes;
    private readonly ulong[] _sorted;
    private readonly int[] _parents;
    private readonly long[] _weights;

    public HuffmanCode(int symbols, int maxLength)
    {
        _maxLength = maxLength;
        _lengths = new byte[symbols];
        _codes = new ushort[symbols];
        _sorted = new ulong[symbols];
        _parents = new int[2 * symbols];
        _weights = new long[2 * symbols];
    }

    /// <summary>Code lengths in bits; 0 for a symbol that does not occur.</summary>
    public ReadOnlySpan<byte> Lengths => _lengths;

    /// <summary>Codes with the first bit to send lowest.</summary>
    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>Builds the code.</summary>
    /// <param name="frequencies">How often each symbol occurs.</param>
    public void Build(ReadOnlySpan<int> frequencies)
    {
        Array.Clear(_lengths);
        int used = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] > 0) _sorted[used++] = ((ulong)frequencies[symbol] << 16) | (uint)symbol;
        }

        // A code of one symbol still takes one bit.
        if (used == 1) _lengths[(int)(_sorted[0] & 0xFFFF)] = 1;
        if (used > 1) AssignLengths(_sorted.AsSpan(0, used));
        AssignCodes();
    }

    /// <summary>Two queues, leaves and joined nodes, each in order of weight (van Leeuwen, 1976).</summary>
    private void AssignLengths(Span<ulong> leaves)
    {
        leaves.Sort();
        int count = leaves.Length, leaf = 0, joined = count, next = count;
        for (int i = 0; i < count; i++) _weights[i] = (long)(leaves[i] >> 16);
        for (; next < (2 * count) - 1; next++)
        {
            int first = leaf < count && (joined == next || _weights[leaf] <= _weights[joined]) ? leaf++ : joined++;
            int second = leaf < count && (joined == next || _weights[leaf] <= _weights[joined]) ? leaf++ : joined++;
            _weights[next] = _weights[first] + _weights[second];
            _parents[first] = _parents[second] = next;
        }

        Span<int> depths = stackalloc int[64];
        depths.Clear();
        int root = next - 1;
        // The weights have served; their places take the depths, from the root down.
        _weights[root] = 0;
        for (int i = root - 1; i >= 0; i--)
        {
            _weights[i] = _weights[_parents[i]] + 1;
            if (i < count) depths[(int)Math.Min(_weights[i], _maxLength)]++;
        }

        Limit(depths);
        int index = 0;
        for (int length = _maxLength; length > 0; length--)
        {
            for (int i = depths[length]; i > 0; i--) _lengths[(int)(leaves[index++] & 0xFFFF)] = (byte)length;
        }
    }

    /// <summary>
    /// Cut lengths overfill the code; each step moves a leaf below another one until it fits (Kraft's inequality).
    /// </summary>
    private void Limit(Span<int> depths)
    {
        long total = 0;
        for (int length = 1; length <= _maxLength; length++) total += (long)depths[length] << (_maxLength - length);
        for (; total > 1L << _maxLength; total--)
        {
            depths[_maxLength]--;
            int length = _maxLength - 1;
            while (depths[length] == 0) length--;
            depths[length]--;
            depths[length + 1] += 2;
        }
    }

    private void AssignCodes()
    {
        Span<int> next = stackalloc int[17];
        next.Clear();
        foreach (byte length in _lengths) next[length + 1] += length == 0 ? 0 : 1;
        for (int length = 1; length <= 16; length++)
            next[length] = length == 1 ? 0 : (next[length - 1] + next[length]) << 1;
        for (int symbol = 0; symbol < _lengths.Length; symbol++)
        {
            int length = _lengths[symbol];
            if (length > 0) _codes[symbol] = Reverse(next[length]++, length);
        }
    }

    private static ushort Reverse(int code, int length)
    {
        uint bits = BitOperations.RotateRight((uint)code, 16);
        bits = ((bits & 0x55555555) << 1) | ((bits >> 1) & 0x55555555);
        bits = ((bits & 0x33333333) << 2) | ((bits >> 2) & 0x33333333);
        bits = ((bits & 0x0F0F0F0F) << 4) | ((bits >> 4) & 0x0F0F0F0F);
        bits = ((bits & 0x00FF00FF) << 8) | ((bits >> 8) & 0x00FF00FF);
        return (ushort)((bits >> 16) >> (16 - length));
    }
}
