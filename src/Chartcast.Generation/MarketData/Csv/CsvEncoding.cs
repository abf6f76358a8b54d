using System.Text;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Tells from a file's first bytes how it is encoded, and whether it is no table at all.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16Le =
        new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16Be =
        new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Finds the encoding by byte order mark, or by where the zero bytes are.</summary>
    /// <param name="head">The first bytes of the file, at least 64 where there are so many.</param>
    public static Encoding Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE])) return StrictUtf16Le;
        if (head.StartsWith<byte>([0xFE, 0xFF])) return StrictUtf16Be;
        int even = 0, odd = 0, pairs = Math.Min(head.Length, 64) / 2;
        for (int i = 0; i < pairs; i++)
        {
            if (head[2 * i] == 0) even++;
            if (head[2 * i + 1] == 0) odd++;
        }

        if (pairs >= 4 && odd > pairs * 3 / 4 && even == 0) return StrictUtf16Le;
        return pairs >= 4 && even > pairs * 3 / 4 && odd == 0 ? StrictUtf16Be : StrictUtf8;
    }

    /// <summary>Says what a file is that is no table.</summary>
    /// <param name="head">The first bytes of the file.</param>
    /// <returns>What is wrong and what to do; null when it may be a table.</returns>
    public static string? FindForeignFormat(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
            return "is a zip archive: unpack it and put the CSV file into the data folder.";
        if (head.StartsWith<byte>([0x1F, 0x8B])) return "is compressed with gzip: unpack it first (gunzip).";
        if (head.StartsWith("PAR1"u8))
            return "is a Parquet file: convert it first, for example with duckdb -c \"copy 'x.parquet' to 'x.csv'\".";
        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return "is an Excel workbook: save it as CSV.";
        ReadOnlySpan<byte> text = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return null;
        if (text[0] is (byte)'{' or (byte)'[')
            return "is JSON, not CSV; a data vendor's error message often looks like this: open the file and see.";
        bool isPage = StartsWithIgnoreCase(text, "<html"u8) || StartsWithIgnoreCase(text, "<!doctype"u8)
            || StartsWithIgnoreCase(text, "<?xml"u8);
        return isPage
            ? "is a web page, not CSV: download the data again, signed in where the vendor asks for it."
            : null;
    }

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase) =>
        text.Length >= lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(text[..lowerCase.Length], lowerCase);
}
