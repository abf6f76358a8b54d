namespace Chartcast.Generation.MarketData.Csv;

/// <content>Offsets from UTC: <c>Z</c>, <c>UTC</c>, <c>+01:00</c>, <c>-0500</c>, <c>GMT+0100</c>.</content>
internal static partial class CsvTimeReader
{
    private static bool TryReadOffset(ReadOnlySpan<char> text, out long? offsetMs)
    {
        offsetMs = null;
        if (text.IsEmpty) return true;
        if (text is "Z" or "z" || text.Equals("UTC", StringComparison.OrdinalIgnoreCase)
            || text.Equals("GMT", StringComparison.OrdinalIgnoreCase))
        {
            offsetMs = 0;
            return true;
        }

        if (text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            text = text[3..];
        if (text.IsEmpty || text[0] is not ('+' or '-')) return false;
        int sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        int digits = CountDigits(text);
        int hours = digits is 3 or 4 ? ToInt(text[..^2]) : digits is 1 or 2 ? ToInt(text[..digits]) : 99;
        int minutes = digits is 3 or 4 && digits == text.Length ? ToInt(text[^2..]) : 0;
        text = text[digits..];
        if (digits <= 2 && !text.IsEmpty && !(TakeAfter(ref text, ':', out minutes) && text.IsEmpty)) return false;
        if (hours > 14 || minutes > 59 || (digits > 2 && !text.IsEmpty)) return false;
        offsetMs = sign * (hours * 60L + minutes) * 60_000;
        return true;
    }
}
