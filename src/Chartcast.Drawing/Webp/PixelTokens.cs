using System.Runtime.CompilerServices;

namespace Chartcast.Drawing.Webp;

/// <summary>A picture as pixels and repetitions, gathered before it is known how often each occurs.</summary>
/// <remarks>Two repetitions are looked for: of the pixel before, and of the row above.</remarks>
internal sealed class PixelTokens
{
    /// <summary>Set in a token that repeats; the low bits are then how many pixels, else the pixel.</summary>
    public const uint Repeats = 1u << 31;

    /// <summary>Set in a repetition of the row above; others repeat the pixel before.</summary>
    public const uint Above = 1u << 30;

    public const uint LengthMask = Above - 1;

    /// <summary>The longest repetition (RFC 9649, section 6.2.2 allows more, its prefix codes end here).</summary>
    public const int MaxLength = 4_096;

    private const int MinLength = 3;

    private uint[] _tokens = new uint[1 << 12];
    private int _count;

    public ReadOnlySpan<uint> All => _tokens.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Adds a row.</summary>
    /// <typeparam name="T">A palette index or a pixel in 32 bits.</typeparam>
    /// <param name="row">The pixels.</param>
    /// <param name="above">The row above; empty for the first.</param>
    public void AddRow<T>(ReadOnlySpan<T> row, ReadOnlySpan<T> above)
        where T : unmanaged, IEquatable<T>
    {
        for (int x = 0; x < row.Length;)
        {
            int run = x == 0 || !row[x].Equals(row[x - 1]) ? 0 : row[x..].CommonPrefixLength(row[(x - 1)..]);
            int same = above.IsEmpty || !row[x].Equals(above[x]) ? 0 : row[x..].CommonPrefixLength(above[x..]);
            int length = Math.Max(run, same);
            if (length < MinLength)
            {
                Add(Pixel(row[x++]));
                continue;
            }

            // A run and the row above mostly end together; the run's code is the shorter one to go on with.
            AddRepeats(same > run ? Repeats | Above : Repeats, length);
            x += length;
        }
    }

    /// <summary>A palette index travels as green (RFC 9649, section 4.4).</summary>
    private static uint Pixel<T>(T value)
        where T : unmanaged =>
        value is byte index ? (uint)index << 8 : Unsafe.BitCast<T, uint>(value);

    private void AddRepeats(uint kind, int length)
    {
        if (_count > 0 && (_tokens[_count - 1] & ~LengthMask) == kind)
        {
            // The row before ended in the same repetition.
            length += (int)(_tokens[--_count] & LengthMask);
        }

        for (; length > 0; length -= MaxLength) Add(kind | (uint)Math.Min(length, MaxLength));
    }

    private void Add(uint token)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = token;
    }
}
