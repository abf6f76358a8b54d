using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>How the distance of a repetition is written: a symbol and extra bits (RFC 1951, section 3.2.5).</summary>
internal static class MatchDistance
{
    /// <summary>The symbol of a distance of 1–32,768: twice the place of its highest bit, plus the bit below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Symbol(int distance)
    {
        int extraBits = ExtraBits(distance);
        return (2 * extraBits) + ((distance - 1) >> extraBits);
    }

    /// <summary>How many extra bits follow the symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExtraBits(int distance) => Math.Max(BitOperations.Log2((uint)(distance - 1)) - 1, 0);

    /// <summary>The extra bits of a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Extra(int distance, int symbol) =>
        symbol < 4 ? 0 : (distance - 1) & ((1 << ((symbol >> 1) - 1)) - 1);
}
