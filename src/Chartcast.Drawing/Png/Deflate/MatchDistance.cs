using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>How the distance of a repetition is written: a symbol and extra bits (RFC 1951, section 3.2.5).</summary>
internal static class MatchDistance
{
    /// <summary>What <see cref="Symbol"/> gives for a distance of 0, which is none.</summary>
    public const int NoSymbol = 63;

    /// <summary>The symbol of a distance of 1–32,768: twice the place of its highest bit, plus the bit below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Symbol(int distance)
    {
        int extraBits = ExtraBits(distance);
        return (2 * extraBits) + (int)((uint)(distance - 1) >> extraBits);
    }

    /// <summary>How many extra bits follow the symbol of a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExtraBits(int distance) => BitOperations.Log2((uint)(distance - 1) | 2) - 1;

    /// <summary>How many extra bits follow a symbol.</summary>
    public static int ExtraBitsOf(int symbol) => Math.Max((symbol >> 1) - 1, 0);
}
