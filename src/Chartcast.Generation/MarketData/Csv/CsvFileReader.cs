using System.Text;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Reads one file into a table, line by line.</summary>
internal static class CsvFileReader
{
    /// <summary>Largest file in bytes.</summary>
    public const long LargestFile = 64L * 1024 * 1024;

    /// <summary>Most lines of values.</summary>
    public const int MostRows = 2_000_000;

    private const int HeadBytes = 512;
    private const int SampleLines = 40;
    private const int BufferBytes = 64 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file from its beginning; it must be able to seek.</param>
    /// <param name="fileName">Its name, for errors.</param>
    /// <param name="options">What is known of it from elsewhere.</param>
    /// <param name="mostRows">Stops after so many rows.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/> with what is wrong and what to
    /// do.</exception>
    public static CsvTable Read(Stream stream, string fileName, CsvFileOptions options, int mostRows = MostRows)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head = head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        if (head.IsEmpty) throw CsvFault.Unreadable(fileName, "is empty.");
        if (CsvEncoding.FindForeignFormat(head) is string foreign) throw CsvFault.Unreadable(fileName, foreign);
        stream.Position = 0;
        using var text = new StreamReader(stream, CsvEncoding.Detect(head), true, BufferBytes, leaveOpen: true);
        var lines = new CsvLineReader(text);
        try
        {
            return Read(lines, fileName, options, mostRows);
        }
        catch (CsvLineTooLongException exception)
        {
            throw CsvFault.Unreadable(fileName, exception.Message + " It is no table of prices.", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw CsvFault.Unreadable(
                fileName,
                $"is not UTF-8 or UTF-16 text, near line {lines.LineNumber + 1}: save it as UTF-8.",
                exception);
        }
    }

    private static CsvTable Read(CsvLineReader lines, string fileName, CsvFileOptions options, int mostRows)
    {
        var sample = new List<string>(SampleLines);
        while (sample.Count < SampleLines && lines.TryRead(out ReadOnlySpan<char> line)) sample.Add(line.ToString());
        RefuseMessages(sample, fileName);
        CsvLayout layout = CsvLayout.Detect(sample, out string fault) ?? throw CsvFault.Unreadable(fileName, fault);
        var table = new CsvTable(layout);
        var rows = new CsvRowReader(table, options.Ticker);
        for (int i = layout.FirstRow; i < sample.Count && table.Bars.Count < mostRows; i++) rows.Read(sample[i], i + 1);
        while (table.Bars.Count < mostRows && lines.TryRead(out ReadOnlySpan<char> line))
            rows.Read(line, lines.LineNumber);
        if (mostRows == MostRows && table.Bars.Count == mostRows && lines.TryRead(out _))
            throw CsvFault.Unreadable(fileName, $"has more than {MostRows:N0} lines: split it, or keep longer bars.");
        return table;
    }

    /// <summary>Some vendors send their error as the only line of the file.</summary>
    private static void RefuseMessages(List<string> sample, string fileName)
    {
        if (sample.TrueForAll(string.IsNullOrWhiteSpace)) throw CsvFault.Unreadable(fileName, "is empty.");
        if (sample.Exists(static line => line.Contains('\0')))
            throw CsvFault.Unreadable(fileName, "holds zero bytes and is no text: save it as CSV in UTF-8.");
        string first = sample[0].Trim();
        if (first.StartsWith("No data", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("Exceeded the daily hits limit", StringComparison.OrdinalIgnoreCase))
            throw CsvFault.Unreadable(fileName, "holds a vendor's refusal instead of prices: download the data again.");
    }
}
