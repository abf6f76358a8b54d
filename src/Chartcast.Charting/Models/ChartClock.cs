using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>Reads bar times off the clock of the chart's zone; daily and longer bars are dates and have no
/// zone.</summary>
internal readonly struct ChartClock
{
    private static readonly long EarliestMs = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LatestMs = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private readonly TimeZoneInfo? _zone;

    public ChartClock(BarInterval interval, TimeZoneInfo zone)
    {
        IsIntraday = interval.IsIntraday;
        bool isUtc = zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;
        _zone = IsIntraday && !isUtc ? zone : null;
    }

    /// <summary>Whether bars have a time of day.</summary>
    public bool IsIntraday { get; }

    /// <summary>A UTC time as milliseconds of the zone's own clock.</summary>
    public long LocalMs(long utcMs) => utcMs + (long)Offset(utcMs).TotalMilliseconds;

    /// <summary>Milliseconds of the zone's own clock as UTC; of a time that the clock skips, when it is put
    /// forward.</summary>
    public long UtcMs(long localMs)
    {
        long ms = localMs - (long)Offset(localMs).TotalMilliseconds;
        return localMs - (long)Offset(ms).TotalMilliseconds;
    }

    /// <summary>How far the zone's clock is ahead of UTC.</summary>
    public TimeSpan Offset(long utcMs)
    {
        if (_zone is null) return TimeSpan.Zero;
        long ms = Math.Clamp(utcMs, EarliestMs, LatestMs);
        return _zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(ms));
    }

    /// <summary>The calendar date of local milliseconds.</summary>
    public static DateOnly DateOf(long localMs) => DateOnly.FromDateTime(TimeOf(localMs));

    /// <summary>Local milliseconds as calendar date and time of day.</summary>
    public static DateTime TimeOf(long localMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(localMs, EarliestMs, LatestMs)).DateTime;
}
