namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Reads a text line by line without making strings; ends lines at LF, CR LF or CR.</summary>
/// <remarks>A line is good until the next one is read. Holds one buffer whatever the size of the file.</remarks>
internal sealed class CsvLineReader(TextReader text)
{
    /// <summary>Longest line in characters; longer ones are refused before they fill memory.</summary>
    public const int LongestLine = 8_192;

    private readonly char[] _buffer = new char[4 * LongestLine];
    private int _start, _end;
    private bool _finished;
    private bool _skipLineFeed;

    /// <summary>Number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="CsvLineTooLongException">The line is longer than <see cref="LongestLine"/>.</exception>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        int scanned = 0;
        while (true)
        {
            if (_skipLineFeed && _start < _end)
            {
                if (_buffer[_start] == '\n') _start++;
                _skipLineFeed = false;
            }

            ReadOnlySpan<char> rest = _buffer.AsSpan(_start, _end - _start);
            int stop = rest[Math.Min(scanned, rest.Length)..].IndexOfAny('\r', '\n');
            if (stop >= 0) stop += Math.Min(scanned, rest.Length);
            int length = stop >= 0 ? stop : rest.Length;
            if (length > LongestLine) throw new CsvLineTooLongException(LineNumber + 1);
            if (stop >= 0 || (_finished && length > 0))
            {
                line = rest[..length];
                _skipLineFeed = stop >= 0 && rest[stop] == '\r';
                _start += stop >= 0 ? length + 1 : length;
                LineNumber++;
                return true;
            }

            if (_finished)
            {
                line = default;
                return false;
            }

            scanned = length;
            Refill();
        }
    }

    private void Refill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int read = text.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _finished = read == 0;
    }
}

/// <summary>A line is too long to be one of a table of prices.</summary>
internal sealed class CsvLineTooLongException(int lineNumber)
    : Exception($"Line {lineNumber} is longer than {CsvLineReader.LongestLine} characters.")
{
    public int LineNumber { get; } = lineNumber;
}
