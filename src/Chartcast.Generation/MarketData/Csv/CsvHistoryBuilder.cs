using System.Runtime.InteropServices;
using Chartcast.Generation.MarketData.Resampling;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Makes a history of a table: reads its dates, brings it into order, takes out doubles, and says what it
/// did.</summary>
internal sealed class CsvHistoryBuilder
{
    private const double MostBrokenShare = 0.01;
    private const double ShortestDayMs = 0.95 * ZoneClock.DayMs;

    private readonly CsvTable _table;
    private readonly string _fileName;
    private readonly CsvFileOptions _options;
    private readonly List<string> _warnings = [];

    private CsvHistoryBuilder(CsvTable table, string fileName, CsvFileOptions options) =>
        (_table, _fileName, _options) = (table, fileName, options);

    /// <summary>Makes a history.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/> with what is wrong and what to
    /// do.</exception>
    public static BarHistory Build(CsvTable table, string fileName, CsvFileOptions options) =>
        new CsvHistoryBuilder(table, fileName, options).Build();

    private BarHistory Build()
    {
        RefuseSeveralSymbols();
        CsvDates.Settle(_table, _fileName, _options.DayOrder);
        RefuseBroken();
        List<Bar> bars = _table.Bars;
        List<int> offsets = _table.OffsetMinutes;
        if (bars.Count > 1 && bars[0].OpenTimeMs > bars[^1].OpenTimeMs)
        {
            bars.Reverse();
            offsets.Reverse();
        }

        bool areDates = !_table.HasTimes || AreDaysApart(bars);
        TimeZoneInfo zone = ChooseZone(areDates);
        ToOpenTimes(bars, offsets, areDates, zone);
        Bar[] ordered = OrderAndThin(bars);
        DropFlatWeekends(ref ordered);
        ClearUnknownVolumes(ordered);
        return Finish(ordered, areDates, zone);
    }

    private BarHistory Finish(Bar[] bars, bool areDates, TimeZoneInfo zone)
    {
        long[] times = Array.ConvertAll(bars, static bar => bar.OpenTimeMs);
        BaseInterval baseInterval = BaseInterval.Detect(times, areDates);
        SessionProfile session = SessionProfile.Detect(bars, baseInterval, zone);
        if (_options.Session is (long openMs, long closeMs))
            session = session with { OpenMs = openMs, CloseMs = closeMs };
        return new BarHistory
        {
            Bars = bars,
            Base = baseInterval,
            Zone = zone,
            Session = session,
            HasNamedSession = _options.Session is not null,
            Dialect = _table.Layout.Dialect,
            Adjusted = _options.Adjusted ?? _table.Layout.Dialect.Adjusted,
            PriceDecimals = PriceDecimals.Of(bars),
            Warnings = _warnings,
        };
    }

    private void RefuseSeveralSymbols()
    {
        if (_options.Ticker is not null && _table.Bars.Count == 0 && _table.Broken == 0)
            throw CsvFault.Unreadable(
                _fileName, $"has no lines of '{_options.Ticker}', the ticker that symbols.json names.");
        if (_options.Ticker is null && _table.Tickers.Count > 1)
            throw CsvFault.Unreadable(
                _fileName,
                $"holds several symbols ({string.Join(", ", _table.Tickers.Take(5))} …): name one as \"ticker\" in "
                + "symbols.json, or split the file.");
    }

    private void RefuseBroken()
    {
        int broken = _table.Broken, all = broken + _table.Bars.Count;
        if (broken > 0)
        {
            (int line, string reason) = _table.FirstBroken;
            string first = line > 0 ? $"the first is line {line}, which {reason}" : $"the first {reason}";
            // A single broken line is a slip even in a short file.
            if (_table.Bars.Count == 0 || (broken > 1 && broken > MostBrokenShare * all))
                throw CsvFault.Unreadable(
                    _fileName, $"{broken:N0} of {all:N0} lines cannot be read (at most 1 % may be); {first}.");
            _warnings.Add($"{broken:N0} of {all:N0} lines of the file cannot be read and were left out; {first}.");
        }

        if (_table.Bars.Count == 0)
            throw CsvFault.Unreadable(_fileName, "has column names but no lines with prices.");
        if (_table.Empty > 0) _warnings.Add($"{_table.Empty:N0} lines of the file without prices were left out.");
    }

    /// <summary>Times a day or more apart are dates with a needless time of day, such as the session's open.</summary>
    private static bool AreDaysApart(List<Bar> bars)
    {
        int near = 0;
        for (int i = 1; i < bars.Count; i++)
        {
            long step = bars[i].OpenTimeMs - bars[i - 1].OpenTimeMs;
            if (step != 0 && Math.Abs(step) < ShortestDayMs) near++;
        }

        // Around a change of clocks a daily bar may seem to be an hour early.
        return bars.Count > 1 && near <= bars.Count / 50;
    }

    private TimeZoneInfo ChooseZone(bool areDates)
    {
        if (_options.Zone is not null) return _options.Zone;
        if (areDates) return TimeZoneInfo.Utc;
        CsvDialect dialect = _table.Layout.Dialect;
        if (dialect.ZoneId is not null
            && TimeZoneInfo.TryFindSystemTimeZoneById(dialect.ZoneId, out TimeZoneInfo? zone))
            return zone;
        TimeZoneInfo assumed = _options.AssumedZone ?? TimeZoneInfo.Utc;
        if (_table.OffsetMinutes.Contains(CsvTable.NoOffset))
        {
            _warnings.Add(
                $"The file does not say in which time zone its times are: read as {assumed.Id} times. "
                + "Name the zone as \"timezone\" in symbols.json.");
        }

        return assumed;
    }

    private void ToOpenTimes(List<Bar> bars, List<int> offsets, bool areDates, TimeZoneInfo zone)
    {
        var clock = new ZoneClock(zone);
        Span<Bar> span = CollectionsMarshal.AsSpan(bars);
        for (int i = 0; i < span.Length; i++)
        {
            long wallMs = span[i].OpenTimeMs;
            long offsetMs = offsets[i] == CsvTable.NoOffset ? 0 : offsets[i] * 60_000L;
            long timeMs;
            if (areDates)
            {
                // A number since 1970 is UTC and lies on the market's date only in the market's zone.
                bool isUtc = offsets[i] == 0 && _options.Zone is not null && _table.HasTimes;
                timeMs = ZoneClock.FloorDiv(isUtc ? clock.ToLocal(wallMs) : wallMs, ZoneClock.DayMs) * ZoneClock.DayMs;
            }
            else
            {
                timeMs = offsets[i] == CsvTable.NoOffset ? clock.ToUtc(wallMs) : wallMs - offsetMs;
            }

            span[i] = span[i] with { OpenTimeMs = timeMs };
        }
    }

    private Bar[] OrderAndThin(List<Bar> bars)
    {
        Span<Bar> span = CollectionsMarshal.AsSpan(bars);
        bool isOrdered = true;
        for (int i = 1; i < span.Length && isOrdered; i++) isOrdered = span[i].OpenTimeMs >= span[i - 1].OpenTimeMs;
        Bar[] ordered = isOrdered ? span.ToArray() : [.. bars.OrderBy(static bar => bar.OpenTimeMs)];
        if (!isOrdered) _warnings.Add("The file's lines are not in order of time and were sorted.");
        int kept = 0;
        for (int i = 0; i < ordered.Length; i++)
        {
            if (kept > 0 && ordered[kept - 1].OpenTimeMs == ordered[i].OpenTimeMs) kept--;
            ordered[kept++] = ordered[i];
        }

        if (kept == ordered.Length) return ordered;
        _warnings.Add(
            $"{ordered.Length - kept:N0} lines of the file repeat the time of another; the last of each was kept.");
        return ordered[..kept];
    }

    private void DropFlatWeekends(ref Bar[] bars)
    {
        if (!_table.Layout.Dialect.DropsFlatWeekends) return;
        Bar[] traded = Array.FindAll(bars, static bar => bar.Volume != 0 || !IsWeekend(bar));
        if (traded.Length == bars.Length || traded.Length == 0) return;
        _warnings.Add($"{bars.Length - traded.Length:N0} weekend bars without volume were left out.");
        bars = traded;
    }

    private static bool IsWeekend(Bar bar) =>
        SessionProfile.WeekdayOf(ZoneClock.FloorDiv(bar.OpenTimeMs, ZoneClock.DayMs)) is 0 or 6;

    private void ClearUnknownVolumes(Bar[] bars)
    {
        if (!Array.TrueForAll(bars, static bar => bar.Volume == 0)) return;
        for (int i = 0; i < bars.Length; i++) bars[i] = bars[i] with { Volume = double.NaN };
        _warnings.Add("The file's volumes are all 0: taken as unknown.");
    }
}
