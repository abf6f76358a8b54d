using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Chartcast.Drawing.Painting;

/// <summary>An sRGB colour with straight (not premultiplied) alpha, 8 bits a channel.</summary>
/// <param name="R">Red, 0–255.</param>
/// <param name="G">Green, 0–255.</param>
/// <param name="B">Blue, 0–255.</param>
/// <param name="A">Alpha: 0 transparent, 255 opaque.</param>
public readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>Whether nothing shows through.</summary>
    public bool IsOpaque => A == 255;

    /// <summary>The same colour with another opacity.</summary>
    /// <param name="opacity">0 transparent to 1 opaque; values outside are clamped.</param>
    public Rgba WithOpacity(double opacity) => this with { A = (byte)Math.Round(Math.Clamp(opacity, 0, 1) * 255) };

    /// <summary>Reads <c>#RGB</c>, <c>#RRGGBB</c>, <c>#RRGGBBAA</c>, <c>rgb(r,g,b)</c> or
    /// <c>rgba(r,g,b,a)</c>.</summary>
    /// <param name="text">The colour; channels 0–255, alpha 0–1; spaces are allowed inside the brackets.</param>
    /// <param name="color">The colour, or transparent black.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rgba color)
    {
        color = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (text[0] == '#') return TryParseHex(text.AsSpan(1), out color);
        if (text.StartsWith("rgba(", StringComparison.OrdinalIgnoreCase))
            return TryParseChannels(text.AsSpan(5), 4, out color);
        return text.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase)
            && TryParseChannels(text.AsSpan(4), 3, out color);
    }

    /// <summary>Reads a colour that is known to be right.</summary>
    /// <exception cref="FormatException">The text is no colour.</exception>
    public static Rgba Parse(string text) =>
        TryParse(text, out Rgba color)
            ? color
            : throw new FormatException($"'{text}' is no colour: write #RRGGBB, rgb(r,g,b) or rgba(r,g,b,a).");

    /// <summary><c>#RRGGBB</c>, or <c>#RRGGBBAA</c> when not opaque.</summary>
    public override string ToString() => IsOpaque ? $"#{R:X2}{G:X2}{B:X2}" : $"#{R:X2}{G:X2}{B:X2}{A:X2}";

    private static bool TryParseHex(ReadOnlySpan<char> digits, out Rgba color)
    {
        color = default;
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            return false;
        switch (digits.Length)
        {
            case 3:
                color = new Rgba((byte)((value >> 8) * 17), (byte)((value >> 4 & 15) * 17), (byte)((value & 15) * 17));
                return true;
            case 6:
                color = new Rgba((byte)(value >> 16), (byte)(value >> 8), (byte)value);
                return true;
            case 8:
                color = new Rgba((byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value);
                return true;
            default:
                return false;
        }
    }

    private static bool TryParseChannels(ReadOnlySpan<char> text, int channels, out Rgba color)
    {
        color = default;
        if (text.IsEmpty || text[^1] != ')') return false;
        text = text[..^1];
        Span<Range> parts = stackalloc Range[5];
        if (text.Split(parts, ',') != channels) return false;
        Span<byte> rgb = stackalloc byte[3];
        for (int i = 0; i < 3; i++)
        {
            if (!byte.TryParse(text[parts[i]].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out rgb[i]))
                return false;
        }

        double alpha = 1;
        if (channels == 4
            && !(double.TryParse(
                    text[parts[3]].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out alpha)
                && alpha is >= 0 and <= 1))
            return false;
        color = new Rgba(rgb[0], rgb[1], rgb[2]).WithOpacity(alpha);
        return true;
    }
}
