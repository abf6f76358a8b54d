using System.Buffers;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>How a file is laid out, as its first lines show.</summary>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="DecimalComma">Whether numbers are written like <c>1,5</c>.</param>
/// <param name="FirstRow">Index of the first line of data.</param>
/// <param name="Columns">Which column holds what.</param>
/// <param name="Dialect">Whose file it is.</param>
internal sealed record CsvLayout(
    char Delimiter, bool DecimalComma, int FirstRow, CsvColumns Columns, CsvDialect Dialect)
{
    private const int MostPreambleLines = 5;
    private const int FewestFields = 5;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,- ");
    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    /// <summary>Recognizes the layout.</summary>
    /// <param name="lines">The first lines of the file, blank ones included.</param>
    /// <param name="fault">What is wrong and what to do, when it is not recognized.</param>
    public static CsvLayout? Detect(IReadOnlyList<string> lines, out string fault)
    {
        fault = "holds no table: expected a line of column names (Date, Open, High, Low, Close, Volume) "
            + "and lines of values.";
        if (!TryFindDelimiter(lines, out char delimiter, out int top)) return null;
        Span<Range> fields = new Range[CsvFields.Maximum];
        string first = lines[top];
        int count = CsvFields.Split(first, delimiter, fields);
        bool comma = UsesDecimalComma(lines, top, delimiter);
        int numbers = 0;
        for (int i = 0; i < count; i++)
        {
            if (CsvNumbers.TryRead(first.AsSpan(fields[i]), comma, out _)) numbers++;
        }

        if (numbers >= 4) return DetectHeaderless(first, fields[..count], delimiter, comma, top, ref fault);
        var headers = new string[count];
        for (int i = 0; i < count; i++) headers[i] = CsvColumns.Normalize(first.AsSpan(fields[i]));
        CsvColumns columns = CsvColumns.Find(headers, out IReadOnlyList<string> missing);
        if (missing.Count == 0)
            return new CsvLayout(delimiter, comma, top + 1, columns, CsvDialect.Find(headers));
        fault = $"has no column for {string.Join(", ", missing)} in line {top + 1}; "
            + "name the columns Date, Open, High, Low, Close and, if there is one, Volume.";
        return null;
    }

    private static CsvLayout? DetectHeaderless(
        string line, ReadOnlySpan<Range> fields, char delimiter, bool comma, int top, ref string fault)
    {
        ReadOnlySpan<char> first = line.AsSpan(fields[0]);
        bool isNumber = first.IndexOfAnyExceptInRange('0', '9') < 0;
        CsvLayout Layout(CsvColumns columns, CsvDialect dialect) => new(delimiter, comma, top, columns, dialect);
        if (isNumber && fields.Length is 11 or 12 && first.Length is 13 or 16)
            return Layout(CsvColumns.InOrder(true), CsvDialect.Binance);
        if (isNumber && fields.Length is 7 or 8 && first.Length == 10)
            return Layout(CsvColumns.InOrder(true), CsvDialect.Kraken);
        if (fields.Length >= 7 && first.Length == 10 && first[4] == '.' && line.AsSpan(fields[1]).Contains(':'))
            return Layout(CsvColumns.DateClockInOrder, CsvDialect.MetaTrader4);
        if (delimiter == ';' && fields.Length is 5 or 6 && first.Length == 15 && first[8] == ' ')
            return Layout(CsvColumns.InOrder(fields.Length == 6), CsvDialect.HistData);
        fault = "has no line of column names, and its form is none of the known ones without: "
            + "add a first line such as Date,Open,High,Low,Close,Volume.";
        return null;
    }

    /// <summary>Takes the delimiter that gives the most lines the same number of fields.</summary>
    private static bool TryFindDelimiter(IReadOnlyList<string> lines, out char delimiter, out int top)
    {
        (delimiter, top) = (',', -1);
        int bestLines = 0, bestFields = 0;
        Span<Range> fields = new Range[CsvFields.Maximum];
        Span<int> linesOf = stackalloc int[CsvFields.Maximum + 1];
        foreach (char candidate in Delimiters)
        {
            linesOf.Clear();
            foreach (string line in lines) linesOf[Math.Max(0, CsvFields.Split(line, candidate, fields))]++;
            for (int count = FewestFields; count <= CsvFields.Maximum; count++)
            {
                bool wins = linesOf[count] > bestLines || (linesOf[count] == bestLines && count > bestFields);
                if (linesOf[count] == 0 || !wins) continue;
                (bestLines, bestFields, delimiter) = (linesOf[count], count, candidate);
            }
        }

        int preamble = 0;
        for (int i = 0; i < lines.Count && bestLines > 0 && preamble <= MostPreambleLines; i++)
        {
            if (CsvFields.Split(lines[i], delimiter, fields) >= FewestFields)
            {
                top = i;
                return true;
            }

            if (!string.IsNullOrWhiteSpace(lines[i])) preamble++;
        }

        return false;
    }

    /// <summary>Between tabs and semicolons a comma may stand before decimals: it does when no dot ever stands after
    /// one.</summary>
    private static bool UsesDecimalComma(IReadOnlyList<string> lines, int top, char delimiter)
    {
        if (delimiter is not (';' or '\t')) return false;
        Span<Range> fields = new Range[CsvFields.Maximum];
        int commas = 0, dots = 0;
        for (int row = top + 1; row < lines.Count; row++)
        {
            int count = CsvFields.Split(lines[row], delimiter, fields);
            for (int i = 1; i < count; i++)
            {
                ReadOnlySpan<char> field = lines[row].AsSpan(fields[i]);
                if (field.IsEmpty || !char.IsAsciiDigit(field[^1]) || field.IndexOfAnyExcept(NumberCharacters) >= 0)
                    continue;
                int comma = field.LastIndexOf(','), dot = field.LastIndexOf('.');
                // Three digits after a lone comma may be thousands, such as a volume's; they tell nothing.
                if (comma > dot && (dot >= 0 || field.Length - comma != 4)) commas++;
                else if (dot > comma) dots++;
            }
        }

        return commas > dots;
    }
}
