using System.Globalization;

namespace Chartcast.Charting.Models;

/// <summary>Writes values as text: fixed decimals with thousands separators, percentages with their sign, or volumes
/// with K, M and B.</summary>
internal readonly record struct PriceFormat
{
    /// <summary>Long enough for every text this type writes.</summary>
    public const int MaximumChars = 48;

    /// <summary>The minus sign of figures, U+2212.</summary>
    public const char Minus = '\u2212';

    /// <summary>From here on doubles hold no decimals, and digits would only fill the axis.</summary>
    private const double ScientificFrom = 1e15;

    private static readonly string[] Fixed =
        ["N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10", "N11", "N12"];

    /// <summary>Percentages and indexed prices have these decimals.</summary>
    private const int RelativeDecimals = 2;

    private readonly int _decimals;
    private readonly FormatKind _kind;

    private PriceFormat(int decimals, FormatKind kind)
    {
        _decimals = decimals;
        _kind = kind;
    }

    private enum FormatKind
    {
        Fixed,
        Volume,
        Percent,
    }

    /// <summary>Volumes: 51.46M.</summary>
    public static PriceFormat Volume { get; } = new(0, FormatKind.Volume);

    /// <summary>Percentages as axes write them: +4.25%, −0.50%, 0.00%.</summary>
    public static PriceFormat Percent { get; } = new(RelativeDecimals, FormatKind.Percent);

    /// <summary>Prices relative to 100: 104.25.</summary>
    public static PriceFormat Index { get; } = new(RelativeDecimals, FormatKind.Fixed);

    /// <summary>Decimals shown; 0 for volumes.</summary>
    public int Decimals => _decimals;

    /// <summary>The least difference two texts show.</summary>
    public double MinimumMove => _kind == FormatKind.Volume ? 1 : Math.Pow(10, -_decimals);

    /// <summary>Fixed decimals, 0–12.</summary>
    public static PriceFormat Decimal(int decimals) => new(Math.Clamp(decimals, 0, Fixed.Length - 1), FormatKind.Fixed);

    /// <summary>Writes a value.</summary>
    /// <param name="value">A finite value.</param>
    /// <param name="destination">At least <see cref="MaximumChars"/> long.</param>
    /// <returns>How many characters were written.</returns>
    public int Write(double value, Span<char> destination)
    {
        return _kind switch
        {
            FormatKind.Volume => VolumeFormat.Write(value, destination),
            FormatKind.Percent => WritePercent(value, destination),
            _ => WriteFixed(value, destination),
        };
    }

    /// <summary>Writes a value with its sign, plus included, as changes are shown.</summary>
    public int WriteSigned(double value, Span<char> destination)
    {
        int start = value >= 0 ? 1 : 0;
        if (start == 1) destination[0] = '+';
        return start + WriteFixed(value, destination[start..]);
    }

    /// <summary>The text of a value.</summary>
    public string Text(double value)
    {
        Span<char> buffer = stackalloc char[MaximumChars];
        return new string(buffer[..Write(value, buffer)]);
    }

    private int WriteFixed(double value, Span<char> destination)
    {
        string format = Math.Abs(value) >= ScientificFrom ? "0.####E+0" : Fixed[_decimals];
        value.TryFormat(destination, out int length, format, CultureInfo.InvariantCulture);
        if (length > 0 && destination[0] == '-') return ReplaceMinus(destination, length);
        return length;
    }

    private int WritePercent(double value, Span<char> destination)
    {
        int length = WriteFixed(value, destination);
        // What rounds to zero has no sign.
        if (value > 0 && destination[..length].IndexOfAnyInRange('1', '9') >= 0)
        {
            destination[..length].CopyTo(destination[1..]);
            destination[0] = '+';
            length++;
        }

        destination[length] = '%';
        return length + 1;
    }

    private static int ReplaceMinus(Span<char> text, int length)
    {
        // What rounds to zero has no sign.
        if (text[1..length].IndexOfAnyInRange('1', '9') < 0)
        {
            text[1..length].CopyTo(text);
            return length - 1;
        }

        text[0] = Minus;
        return length;
    }
}
