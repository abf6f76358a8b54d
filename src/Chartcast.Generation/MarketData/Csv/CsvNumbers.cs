using System.Globalization;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Reads prices and volumes as vendors write them.</summary>
internal static class CsvNumbers
{
    private const int LongestNumber = 40;

    /// <summary>Whether a field says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) =>
        text.IsEmpty || text is "-" or "--" || text.Equals("null", StringComparison.OrdinalIgnoreCase)
        || text.Equals("nan", StringComparison.OrdinalIgnoreCase)
        || text.Equals("n/a", StringComparison.OrdinalIgnoreCase)
        || text.Equals("none", StringComparison.OrdinalIgnoreCase)
        || text.Equals("na", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a number with currency sign, thousands, and a size letter such as <c>41.2M</c>.</summary>
    /// <param name="text">The field without quotes.</param>
    /// <param name="decimalComma">Whether a comma stands before decimals, and a dot between thousands.</param>
    /// <param name="value">The number; finite.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool decimalComma, out double value)
    {
        value = 0;
        text = text.TrimStart("$€£¥ ").TrimEnd("% ");
        if (text.IsEmpty || text.Length > LongestNumber) return false;
        double scale = ScaleOf(text[^1]);
        if (scale > 1) text = text[..^1];
        char decimalSign = decimalComma ? ',' : '.', thousandsSign = decimalComma ? '.' : ',';
        Span<char> buffer = stackalloc char[LongestNumber];
        scoped ReadOnlySpan<char> number = text;
        if (text.IndexOfAny(decimalSign == ',' ? ',' : '\0', thousandsSign, ' ') >= 0)
        {
            int length = TakePlain(text, decimalSign, thousandsSign, buffer);
            if (length < 0) return false;
            number = buffer[..length];
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(number, Style, CultureInfo.InvariantCulture, out value)) return false;
        value *= scale;
        return double.IsFinite(value);
    }

    /// <summary>Takes thousands signs out and makes the decimal sign a dot.</summary>
    /// <returns>How many characters are left; −1 when groups are not of three, so that the number is not
    /// understood.</returns>
    private static int TakePlain(ReadOnlySpan<char> text, char decimalSign, char thousandsSign, Span<char> plain)
    {
        int length = 0, sinceThousands = -1;
        bool inDecimals = false;
        foreach (char c in text)
        {
            if (c == thousandsSign || (c == ' ' && decimalSign == ','))
            {
                if (length == 0 || inDecimals || sinceThousands is not (-1 or 3)) return -1;
                sinceThousands = 0;
                continue;
            }

            if (c == decimalSign)
            {
                if (inDecimals || sinceThousands is not (-1 or 3)) return -1;
                inDecimals = true;
                sinceThousands = -1;
            }
            else if (sinceThousands >= 0)
            {
                sinceThousands++;
            }

            plain[length++] = c == decimalSign ? '.' : c;
        }

        return sinceThousands is -1 or 3 ? length : -1;
    }

    private static double ScaleOf(char letter) => letter switch
    {
        'K' or 'k' => 1e3,
        'M' or 'm' => 1e6,
        'B' or 'b' => 1e9,
        'T' or 't' => 1e12,
        _ => 1,
    };
}
