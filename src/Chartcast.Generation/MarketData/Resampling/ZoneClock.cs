namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>Turns UTC into the wall-clock time of a zone and back, fast for times in order.</summary>
/// <remarks>Remembers the last day's offset; not safe for concurrent use.</remarks>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    public const long DayMs = 86_400_000;

    private readonly bool _isUtc = zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;
    private long _utcDay = long.MinValue, _localDay = long.MinValue;
    private long _utcDayOffsetMs, _localDayOffsetMs;
    private long _lastUtcMs = long.MinValue;

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Wall-clock milliseconds of a UTC time.</summary>
    public long ToLocal(long utcMs)
    {
        if (_isUtc) return utcMs;
        long day = FloorDiv(utcMs, DayMs);
        if (day == _utcDay) return utcMs + _utcDayOffsetMs;
        long offset = OffsetAt(day * DayMs);
        if (offset != OffsetAt((day + 1) * DayMs - 1)) return utcMs + OffsetAt(utcMs);
        _utcDay = day;
        _utcDayOffsetMs = offset;
        return utcMs + offset;
    }

    /// <summary>UTC of a wall-clock time. A time that was skipped moves forward; of a time that came twice the first is
    /// meant, unless times up to now have already passed it.</summary>
    public long ToUtc(long localMs)
    {
        if (_isUtc) return localMs;
        long day = FloorDiv(localMs, DayMs);
        long utcMs;
        if (day == _localDay)
        {
            utcMs = localMs - _localDayOffsetMs;
        }
        else
        {
            // Offsets a day before and after tell whether the clock is changed anywhere near.
            long offset = OffsetAt((day - 1) * DayMs);
            if (offset == OffsetAt((day + 2) * DayMs))
            {
                _localDay = day;
                _localDayOffsetMs = offset;
                utcMs = localMs - offset;
            }
            else
            {
                utcMs = ToUtcNearChange(localMs);
            }
        }

        _lastUtcMs = utcMs;
        return utcMs;
    }

    /// <summary>Quotient rounded down.</summary>
    public static long FloorDiv(long value, long divisor) =>
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);

    private long ToUtcNearChange(long localMs)
    {
        long before = OffsetAt(localMs - DayMs), after = OffsetAt(localMs + DayMs);
        long first = localMs - Math.Max(before, after), second = localMs - Math.Min(before, after);
        bool firstHolds = first + OffsetAt(first) == localMs, secondHolds = second + OffsetAt(second) == localMs;
        if (firstHolds && secondHolds) return first > _lastUtcMs ? first : second;
        if (firstHolds) return first;
        // Of a skipped time, the offset before the change leads forward, past the change.
        return secondHolds ? second : localMs - before;
    }

    private long OffsetAt(long utcMs) =>
        (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(utcMs)).TotalMilliseconds;
}
