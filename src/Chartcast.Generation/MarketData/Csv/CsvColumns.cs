namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Which column holds what; −1 for a column that is not there.</summary>
internal sealed record CsvColumns(int Date, int Clock, int Open, int High, int Low, int Close, int Volume, int Ticker)
{
    // Earlier names win where a file has several of them.
    private static readonly string[] DateNames =
    [
        "unix", "unix timestamp", "timestamp", "open_time", "open time", "window_start", "datetime", "date time",
        "date/time", "gmt time", "local time", "date", "day", "time", "dt",
    ];

    private static readonly string[] OpenNames = ["open", "o", "open price", "open_price"];
    private static readonly string[] HighNames = ["high", "h", "max", "high price", "high_price"];
    private static readonly string[] LowNames = ["low", "l", "min", "low price", "low_price"];

    private static readonly string[] CloseNames =
        ["close", "c", "close/last", "last", "last price", "price", "close price", "close_price", "closing price"];

    private static readonly string[] VolumeNames = ["volume", "tickvol", "vol", "vol.", "v", "total volume"];
    private static readonly string[] TickerNames = ["ticker", "symbol", "name", "instrument"];

    /// <summary>Headerless: time, open, high, low, close and maybe volume in that order.</summary>
    public static CsvColumns InOrder(bool hasVolume) => new(0, -1, 1, 2, 3, 4, hasVolume ? 5 : -1, -1);

    /// <summary>Headerless: date, time of day, open, high, low, close, volume.</summary>
    public static CsvColumns DateClockInOrder { get; } = new(0, 1, 2, 3, 4, 5, 6, -1);

    /// <summary>Largest index in use.</summary>
    public int LastNeeded => Math.Max(Math.Max(Math.Max(Date, Clock), Math.Max(Open, High)), Math.Max(Low, Close));

    /// <summary>Makes column names comparable: lower case, without numbering, marks and brackets.</summary>
    public static string Normalize(ReadOnlySpan<char> name)
    {
        Span<char> plain = stackalloc char[Math.Min(name.Length, 64)];
        int length = 0;
        foreach (char c in name[..plain.Length])
        {
            if ("<>\"*()[]\uFEFF".Contains(c)) continue;
            plain[length++] = char.ToLowerInvariant(c);
        }

        ReadOnlySpan<char> text = plain[..length].Trim();
        if (text.Length > 3 && char.IsAsciiDigit(text[0]) && text[1] == '.') text = text[2..].Trim();
        return text.ToString();
    }

    /// <summary>Finds the columns by name.</summary>
    /// <param name="headers">Normalized names in order.</param>
    /// <param name="missing">What was not found, in words; empty when all needed columns are there.</param>
    public static CsvColumns Find(IReadOnlyList<string> headers, out IReadOnlyList<string> missing)
    {
        int date = First(headers, DateNames);
        int clock = date >= 0 && headers[date] is "date" or "day" ? First(headers, ["time", "timestamp"]) : -1;
        int volume = First(headers, VolumeNames);
        for (int i = 0; volume < 0 && i < headers.Count; i++)
        {
            if (headers[i].StartsWith("volume", StringComparison.Ordinal)) volume = i;
        }

        var columns = new CsvColumns(
            date, clock, First(headers, OpenNames), First(headers, HighNames), First(headers, LowNames),
            First(headers, CloseNames), volume, First(headers, TickerNames));
        var faults = new List<string>();
        if (columns.Date < 0) faults.Add("date or time");
        if (columns.Open < 0) faults.Add("open");
        if (columns.High < 0) faults.Add("high");
        if (columns.Low < 0) faults.Add("low");
        if (columns.Close < 0) faults.Add("close");
        missing = faults;
        return columns;
    }

    private static int First(IReadOnlyList<string> headers, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int i = 0; i < headers.Count; i++)
            {
                if (headers[i] == name) return i;
            }
        }

        return -1;
    }
}
