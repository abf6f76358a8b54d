using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Reads lines of values into a table.</summary>
internal sealed class CsvRowReader(CsvTable table, string? onlyTicker)
{
    private const int MostTickersKept = 8;
    private const double SmallestPrice = 1e-12, LargestPrice = 1e15;

    /// <summary>How far a close may lie outside high and low: noise of single-precision numbers, not a fault.</summary>
    private const double NoiseShare = 1e-6;

    private readonly Range[] _ranges = new Range[CsvFields.Maximum];
    private readonly CsvLayout _layout = table.Layout;
    private readonly CsvColumns _columns = table.Layout.Columns;
    private string? _lastTicker;

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="number">Its number, from 1.</param>
    public void Read(ReadOnlySpan<char> line, int number)
    {
        if (line.IsWhiteSpace()) return;
        int count = CsvFields.Split(line, _layout.Delimiter, _ranges);
        if (count < 0)
        {
            table.AddBroken(number, $"has a quote that is not closed, or more than {CsvFields.Maximum} fields");
            return;
        }

        ReadOnlySpan<Range> fields = _ranges.AsSpan(0, count);
        if (!TryReadTime(line, fields, out CsvTime time))
        {
            table.AddBroken(number, "has no date or time that can be read");
            return;
        }

        if (count <= _columns.LastNeeded)
        {
            if (IsNote(line)) table.AddEmpty();
            else table.AddBroken(number, $"has {count} fields, not {_columns.LastNeeded + 1} or more");
            return;
        }

        if (!IsWantedTicker(line, fields)) return;
        if (AreMissing(line, fields)) table.AddEmpty();
        else if (TryReadBar(line, fields, out Bar bar, out string reason)) table.Add(time, bar);
        else table.AddBroken(number, reason);
    }

    private bool TryReadTime(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, out CsvTime time)
    {
        time = default;
        if (_columns.Date >= fields.Length) return false;
        if (!CsvTimeReader.TryRead(line[fields[_columns.Date]], out time)) return false;
        if (_columns.Clock < 0 || _columns.Clock >= fields.Length || time.HasTime) return true;
        if (!CsvTimeReader.TryReadClock(line[fields[_columns.Clock]], out int clockMs, out long? offset)) return false;
        time = new CsvTime(
            time.WallMs == CsvTime.Nothing ? time.WallMs : time.WallMs + clockMs,
            time.DayFirstMs == CsvTime.Nothing ? time.DayFirstMs : time.DayFirstMs + clockMs, true, offset);
        return true;
    }

    private static bool IsNote(ReadOnlySpan<char> line) =>
        line.Contains("dividend", StringComparison.OrdinalIgnoreCase)
        || line.Contains("split", StringComparison.OrdinalIgnoreCase);

    private bool IsWantedTicker(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields)
    {
        if (_columns.Ticker < 0 || _columns.Ticker >= fields.Length) return true;
        ReadOnlySpan<char> ticker = line[fields[_columns.Ticker]];
        if (onlyTicker is not null && !ticker.Equals(onlyTicker, StringComparison.OrdinalIgnoreCase)) return false;
        if (_lastTicker is not null && ticker.SequenceEqual(_lastTicker)) return true;
        _lastTicker = ticker.ToString();
        if (table.Tickers.Count < MostTickersKept) table.Tickers.Add(_lastTicker);
        return true;
    }

    private bool AreMissing(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields) =>
        CsvNumbers.IsMissing(line[fields[_columns.Open]]) && CsvNumbers.IsMissing(line[fields[_columns.High]])
        && CsvNumbers.IsMissing(line[fields[_columns.Low]]) && CsvNumbers.IsMissing(line[fields[_columns.Close]]);

    private bool TryReadBar(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, out Bar bar, out string reason)
    {
        bar = default;
        reason = "has a price that is no number";
        bool comma = _layout.DecimalComma;
        if (!CsvNumbers.TryRead(line[fields[_columns.Open]], comma, out double open)
            || !CsvNumbers.TryRead(line[fields[_columns.High]], comma, out double high)
            || !CsvNumbers.TryRead(line[fields[_columns.Low]], comma, out double low)
            || !CsvNumbers.TryRead(line[fields[_columns.Close]], comma, out double close))
            return false;
        reason = $"has a price that is not between {SmallestPrice} and {LargestPrice}";
        if (Math.Min(Math.Min(open, close), low) < SmallestPrice) return false;
        if (Math.Max(Math.Max(open, close), high) > LargestPrice) return false;
        double top = Math.Max(open, close), bottom = Math.Min(open, close), noise = NoiseShare * top;
        reason = "has a high below or a low above its other prices";
        if (high < top - noise || low > bottom + noise || high < low) return false;
        reason = "has a volume that is no number of 0 or more";
        if (!TryReadVolume(line, fields, out double volume)) return false;
        bar = new Bar(0, open, Math.Max(high, top), Math.Min(low, bottom), close, volume);
        return true;
    }

    private bool TryReadVolume(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, out double volume)
    {
        volume = double.NaN;
        if (_columns.Volume < 0 || _columns.Volume >= fields.Length) return true;
        ReadOnlySpan<char> text = line[fields[_columns.Volume]];
        return CsvNumbers.IsMissing(text)
            || (CsvNumbers.TryRead(text, _layout.DecimalComma, out volume) && volume >= 0);
    }
}
