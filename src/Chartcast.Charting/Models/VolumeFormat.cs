using System.Globalization;

namespace Chartcast.Charting.Models;

/// <summary>Writes volumes short: 812, 1.5K, 51.46M, 2B.</summary>
internal static class VolumeFormat
{
    /// <summary>A value so near to the next unit that two decimals would round it up is written in that unit.</summary>
    private const double ThousandFrom = 995;
    private const double MillionFrom = 999_995;
    private const double BillionFrom = 999_999_995;
    private const double TrillionFrom = 999_999_999_995;
    private const double ScientificFrom = 1e17;

    /// <summary>Writes a volume.</summary>
    /// <param name="value">A finite value; negative ones occur in studies of volume.</param>
    /// <param name="destination">At least <see cref="PriceFormat.MaximumChars"/> long.</param>
    /// <returns>How many characters were written.</returns>
    public static int Write(double value, Span<char> destination)
    {
        double size = Math.Abs(value);
        (double unit, char suffix) = size switch
        {
            < ThousandFrom => (1.0, '\0'),
            < MillionFrom => (1e3, 'K'),
            < BillionFrom => (1e6, 'M'),
            < TrillionFrom => (1e9, 'B'),
            < ScientificFrom => (1e12, 'T'),
            _ => (1.0, '\0'),
        };
        string format = size >= ScientificFrom ? "0.##E+0" : size < 1 ? "0.####" : "0.##";
        int start = 0;
        (size / unit).TryFormat(destination[1..], out int length, format, CultureInfo.InvariantCulture);
        bool isNegative = value < 0 && destination.Slice(1, length).IndexOfAnyInRange('1', '9') >= 0;
        if (isNegative) destination[start++] = PriceFormat.Minus;
        destination.Slice(1, length).CopyTo(destination[start..]);
        length += start;
        if (suffix != '\0') destination[length++] = suffix;
        return length;
    }
}
