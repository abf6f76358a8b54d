namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Splits lines into fields; quotes around a field are taken off, delimiters inside them are text.</summary>
internal static class CsvFields
{
    /// <summary>Most fields of a line.</summary>
    public const int Maximum = 64;

    /// <summary>Finds the fields of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="fields">Receives where each field is, without white space and quotes around it.</param>
    /// <returns>How many fields there are; −1 for more than fit or for a quote that is never closed.</returns>
    public static int Split(ReadOnlySpan<char> line, char delimiter, Span<Range> fields)
    {
        int count = 0, position = 0;
        while (true)
        {
            if (count == fields.Length) return -1;
            int end = FindEnd(line, position, delimiter);
            if (end < 0) return -1;
            fields[count++] = Trim(line, position, end);
            if (end == line.Length) return count;
            position = end + 1;
        }
    }

    private static int FindEnd(ReadOnlySpan<char> line, int start, char delimiter)
    {
        int first = start;
        while (first < line.Length && line[first] == ' ') first++;
        if (first >= line.Length || line[first] != '"')
        {
            int found = line[start..].IndexOf(delimiter);
            return found < 0 ? line.Length : start + found;
        }

        for (int i = first + 1; i < line.Length; i++)
        {
            if (line[i] != '"') continue;
            bool doubled = i + 1 < line.Length && line[i + 1] == '"';
            if (doubled)
            {
                i++;
                continue;
            }

            int found = line[i..].IndexOf(delimiter);
            return found < 0 ? line.Length : i + found;
        }

        return -1;
    }

    private static Range Trim(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(line[start])) start++;
        while (end > start && char.IsWhiteSpace(line[end - 1])) end--;
        if (end - start >= 2 && line[start] == '"' && line[end - 1] == '"')
        {
            start++;
            end--;
            while (start < end && line[start] == ' ') start++;
            while (end > start && line[end - 1] == ' ') end--;
        }

        return start..end;
    }
}
