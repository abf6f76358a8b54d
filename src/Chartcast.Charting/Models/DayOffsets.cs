namespace Chartcast.Charting.Models;

/// <summary>Reads many times in order off a clock: the zone is asked once a day, not once a bar.</summary>
internal struct DayOffsets(ChartClock clock)
{
    private const long DayMs = 86_400_000;

    private long _dayStartMs = long.MaxValue;
    private long _offsetMs;

    /// <summary>The same as <see cref="ChartClock.LocalMs"/>.</summary>
    public long LocalMs(long utcMs)
    {
        if (utcMs - _dayStartMs is >= 0 and < DayMs) return utcMs + _offsetMs;
        long start = utcMs - (utcMs % DayMs + DayMs) % DayMs;
        long offset = clock.LocalMs(start) - start;
        // On a day on which the clocks change, every time is asked for.
        if (clock.LocalMs(start + DayMs - 1) - (start + DayMs - 1) != offset) return clock.LocalMs(utcMs);
        _dayStartMs = start;
        _offsetMs = offset;
        return utcMs + offset;
    }
}
