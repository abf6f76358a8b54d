using System.Numerics;
using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Webp;

/// <summary>Writes tokens with five prefix codes made for them (RFC 9649, section 6.2).</summary>
/// <remarks>A pixel is sent as green, red, blue, alpha; the code of green holds lengths of repetitions, too.</remarks>
internal sealed class PixelCodes
{
    private const int Bytes = 256;
    private const int LengthSymbols = 24;
    private const int DistanceSymbols = 40;
    private const int MaxCodeLength = 15;

    // Distances are numbered by nearness in the plane: the row above, then the pixel before (section 5.2.2).
    private const int AboveDistance = 0, BeforeDistance = 1;

    private readonly PrefixCodeWriter _green = new(Bytes + LengthSymbols), _red = new(Bytes), _blue = new(Bytes);
    private readonly PrefixCodeWriter _alpha = new(Bytes), _distance = new(DistanceSymbols);

    /// <summary>Writes an image: its codes, then its tokens. Before it stand only its own switches.</summary>
    /// <param name="bits">Where to.</param>
    /// <param name="tokens">The image; pixels alone are tokens, too.</param>
    /// <param name="areDifferences">Whether each pixel is the difference from the one before; all are opaque.</param>
    public void Write(BitBuffer bits, ReadOnlySpan<uint> tokens, bool areDifferences = false)
    {
        byte laterAlpha = areDifferences ? (byte)0 : byte.MaxValue;
        Count(tokens, laterAlpha);
        foreach (PrefixCodeWriter code in (ReadOnlySpan<PrefixCodeWriter>)[_green, _red, _blue, _alpha, _distance])
            code.WriteCode(bits);
        // Four symbols of a pixel; a repetition takes less.
        bits.Reserve((long)tokens.Length * 4 * MaxCodeLength);
        byte alpha = byte.MaxValue;
        foreach (uint token in tokens)
        {
            if ((token & PixelTokens.Repeats) == 0)
            {
                _green.WriteSymbol(bits, (byte)(token >> 8));
                _red.WriteSymbol(bits, (byte)(token >> 16));
                _blue.WriteSymbol(bits, (byte)token);
                _alpha.WriteSymbol(bits, alpha);
                alpha = laterAlpha;
                continue;
            }

            (int symbol, int extraBits) = LengthSymbol((int)(token & PixelTokens.LengthMask), out int extra);
            _green.WriteSymbol(bits, Bytes + symbol);
            bits.Write((ulong)extra, extraBits);
            _distance.WriteSymbol(bits, DistanceOf(token));
        }
    }

    private void Count(ReadOnlySpan<uint> tokens, byte laterAlpha)
    {
        foreach (PrefixCodeWriter code in (ReadOnlySpan<PrefixCodeWriter>)[_green, _red, _blue, _alpha, _distance])
            code.Clear();
        byte alpha = byte.MaxValue;
        foreach (uint token in tokens)
        {
            if ((token & PixelTokens.Repeats) != 0)
            {
                _green.Count(Bytes + LengthSymbol((int)(token & PixelTokens.LengthMask), out _).Symbol);
                _distance.Count(DistanceOf(token));
                continue;
            }

            _green.Count((byte)(token >> 8));
            _red.Count((byte)(token >> 16));
            _blue.Count((byte)token);
            _alpha.Count(alpha);
            alpha = laterAlpha;
        }
    }

    private static int DistanceOf(uint token) => (token & PixelTokens.Above) != 0 ? AboveDistance : BeforeDistance;

    /// <summary>Numbers are sent as their two highest bits and the rest (section 5.2.2).</summary>
    private static (int Symbol, int ExtraBits) LengthSymbol(int length, out int extra)
    {
        int value = length - 1;
        extra = 0;
        if (value < 2) return (value, 0);
        int highest = BitOperations.Log2((uint)value), second = (value >> (highest - 1)) & 1;
        extra = value & ((1 << (highest - 1)) - 1);
        return ((2 * highest) + second, highest - 1);
    }
}
