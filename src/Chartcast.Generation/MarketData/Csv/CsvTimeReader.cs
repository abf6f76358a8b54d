using System.Buffers;
using System.Globalization;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Reads dates and times in the forms that data vendors write.</summary>
/// <remarks>ISO 8601, dotted, slashed and compact dates, month names, 12- and 24-hour clocks, offsets, and numbers
/// since 1970 in seconds, milliseconds, microseconds or nanoseconds, told apart by their size.</remarks>
internal static partial class CsvTimeReader
{
    private static readonly SearchValues<char> DecimalCharacters = SearchValues.Create("0123456789.");

    private const int MillisecondsPerDay = 86_400_000;

    /// <summary>Reads a date, with or without a time of day, or a number since 1970.</summary>
    /// <param name="text">The field without quotes.</param>
    /// <param name="time">What it says.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out CsvTime time)
    {
        time = default;
        if (text.IsEmpty || text.Length > 64) return false;
        if (text.IndexOfAnyExceptInRange('0', '9') < 0 && text.Length != 8 && text.Length != 14)
            return TryReadNumber(text, out time);
        if (text.IndexOfAnyExcept(DecimalCharacters) < 0 && text.Count('.') <= 1 && text.IndexOf('.') is 9 or 10 or 13)
            return TryReadNumber(text, out time);
        var rest = text;
        if (!TryReadDate(ref rest, out long monthFirst, out long dayFirst)) return false;
        rest = rest.TrimStart(" Tt,-;");
        if (rest.IsEmpty)
        {
            time = new CsvTime(monthFirst, dayFirst, false, null);
            return true;
        }

        if (!TryReadClock(rest, out int clockMs, out long? offsetMs)) return false;
        time = new CsvTime(
            monthFirst == CsvTime.Nothing ? monthFirst : monthFirst + clockMs,
            dayFirst == CsvTime.Nothing ? dayFirst : dayFirst + clockMs, true, offsetMs);
        return true;
    }

    /// <summary>Reads a time of day, such as <c>09:30</c>, <c>093000</c>, <c>4:00 PM</c> or
    /// <c>16:00:00.5+01:00</c>.</summary>
    /// <param name="text">The field without quotes.</param>
    /// <param name="clockMs">Milliseconds since midnight.</param>
    /// <param name="offsetMs">Offset from UTC, when written.</param>
    public static bool TryReadClock(ReadOnlySpan<char> text, out int clockMs, out long? offsetMs)
    {
        clockMs = 0;
        offsetMs = null;
        int digits = CountDigits(text);
        int hours, minutes = 0;
        double seconds = 0;
        ReadOnlySpan<char> rest;
        if (digits is 3 or 4 or 5 or 6)
        {
            int number = ToInt(text[..digits]);
            int compact = digits <= 4 ? number * 100 : number;
            (hours, minutes, seconds) = (compact / 10_000, compact / 100 % 100, compact % 100);
            rest = text[digits..];
        }
        else if (digits is 1 or 2)
        {
            hours = ToInt(text[..digits]);
            rest = text[digits..];
            if (TakeAfter(ref rest, ':', out minutes) && !rest.IsEmpty && rest[0] == ':'
                && !TakeSeconds(ref rest, out seconds))
                return false;
        }
        else
        {
            return false;
        }

        if (!TakeHalfDay(ref rest, ref hours) || !TryReadOffset(rest.Trim(), out offsetMs)) return false;
        if (hours > 24 || minutes > 59 || seconds >= 60) return false;
        clockMs = (hours * 60 + minutes) * 60_000 + (int)(seconds * 1000);
        return clockMs <= MillisecondsPerDay;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out CsvTime time)
    {
        time = default;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out double number))
            return false;
        // Seconds reach to the year 5138, milliseconds from 1973 on, and so forth: the sizes do not meet.
        double milliseconds = number switch
        {
            < 1e11 => number * 1e3,
            < 1e14 => number,
            < 1e17 => number / 1e3,
            < 1e20 => number / 1e6,
            _ => double.NaN,
        };
        if (double.IsNaN(milliseconds)) return false;
        long wallMs = (long)milliseconds;
        time = new CsvTime(wallMs, wallMs, true, 0);
        return true;
    }

    private static bool TryReadDate(ref ReadOnlySpan<char> text, out long monthFirst, out long dayFirst)
    {
        monthFirst = dayFirst = CsvTime.Nothing;
        int digits = CountDigits(text);
        if (digits is 8 or 14)
        {
            int year = ToInt(text[..4]), month = ToInt(text[4..6]), day = ToInt(text[6..8]);
            text = text[8..];
            monthFirst = dayFirst = ToMs(year, month, day);
            return monthFirst != CsvTime.Nothing;
        }

        if (digits == 0) return TryReadMonthName(ref text, 0, ref monthFirst, ref dayFirst);
        int first = ToInt(text[..Math.Min(digits, 4)]);
        if (digits > 4 || text.Length <= digits) return false;
        char separator = text[digits];
        text = text[(digits + 1)..];
        if (digits <= 2 && !text.IsEmpty && char.IsAsciiLetter(text[0]))
            return TryReadMonthName(ref text, first, ref monthFirst, ref dayFirst);
        if (separator is not ('-' or '/' or '.') || !TakeInt(ref text, 2, out int second)) return false;
        if (text.IsEmpty || text[0] != separator) return false;
        text = text[1..];
        if (!TakeInt(ref text, digits == 4 ? 2 : 4, out int third)) return false;
        if (digits == 4)
        {
            monthFirst = dayFirst = ToMs(first, second, third);
            return monthFirst != CsvTime.Nothing;
        }

        dayFirst = ToMs(third, second, first);
        // Dots are written between day and month only where the day comes first.
        monthFirst = separator == '.' ? dayFirst : ToMs(third, first, second);
        return monthFirst != CsvTime.Nothing || dayFirst != CsvTime.Nothing;
    }

    private static bool TryReadMonthName(
        ref ReadOnlySpan<char> text, int day, ref long monthFirst, ref long dayFirst)
    {
        int letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters])) letters++;
        if (letters < 3) return false;
        const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
        int month = Months.AsSpan().IndexOf(text[..3], StringComparison.OrdinalIgnoreCase);
        if (month < 0 || month % 3 != 0) return false;
        text = text[letters..].TrimStart(" .,-/");
        if (day == 0)
        {
            if (!TakeInt(ref text, 2, out day)) return false;
            text = text.TrimStart(" ,-/");
        }

        if (!TakeInt(ref text, 4, out int year)) return false;
        monthFirst = dayFirst = ToMs(year, month / 3 + 1, day);
        return monthFirst != CsvTime.Nothing;
    }

    private static bool TakeHalfDay(ref ReadOnlySpan<char> text, ref int hours)
    {
        ReadOnlySpan<char> trimmed = text.TrimStart(" -");
        if (trimmed.Length < 2 || char.ToUpperInvariant(trimmed[1]) != 'M') return true;
        char half = char.ToUpperInvariant(trimmed[0]);
        if (half is not ('A' or 'P')) return true;
        if (hours is < 1 or > 12) return false;
        hours = hours % 12 + (half == 'P' ? 12 : 0);
        text = trimmed[2..];
        return true;
    }

    private static bool TakeAfter(ref ReadOnlySpan<char> text, char separator, out int number)
    {
        number = 0;
        if (text.IsEmpty || text[0] != separator) return false;
        text = text[1..];
        return TakeInt(ref text, 2, out number);
    }

    private static bool TakeSeconds(ref ReadOnlySpan<char> text, out double seconds)
    {
        text = text[1..];
        int length = CountDigits(text);
        if (length < text.Length && text[length] is '.' or ',') length += 1 + CountDigits(text[(length + 1)..]);
        Span<char> plain = stackalloc char[Math.Min(length, 32)];
        text[..plain.Length].CopyTo(plain);
        plain.Replace(',', '.');
        text = text[length..];
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);
    }

    private static bool TakeInt(ref ReadOnlySpan<char> text, int mostDigits, out int number)
    {
        int digits = CountDigits(text);
        number = 0;
        if (digits == 0 || digits > mostDigits) return false;
        number = ToInt(text[..digits]);
        text = text[digits..];
        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int ToInt(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char c in digits) number = number * 10 + (c - '0');
        return number;
    }

    private static long ToMs(int year, int month, int day)
    {
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (year is < 1800 or > 2200 || month is < 1 or > 12) return CsvTime.Nothing;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return CsvTime.Nothing;
        return (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks
            / TimeSpan.TicksPerMillisecond;
    }
}
