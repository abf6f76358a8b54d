namespace Chartcast.Charting.Models;

/// <summary>A bar that the time axis labels.</summary>
/// <param name="Index">The bar.</param>
/// <param name="Weight">How great a division of time it begins, see <see cref="TimeWeights"/>.</param>
internal readonly record struct TimeMark(int Index, byte Weight);

/// <summary>How great a division of time a bar begins: the greatest one in which it differs from the bar
/// before.</summary>
internal static class TimeWeights
{
    public const byte None = 0;
    public const byte Second = 10;
    public const byte Minute = 20;
    public const byte FiveMinutes = 21;
    public const byte HalfHour = 22;
    public const byte Hour = 30;
    public const byte ThreeHours = 31;
    public const byte SixHours = 32;
    public const byte HalfDay = 33;

    /// <summary>The first mark of an axis that else shows times of one day only: it shows the date instead.</summary>
    public const byte DatedTime = 49;
    public const byte Day = 50;

    /// <summary>The first mark of an axis that else shows days of one month only: it shows the month, too.</summary>
    public const byte DatedDay = 51;
    public const byte Month = 60;
    public const byte Year = 70;

    private const uint SecondMs = 1_000;
    private const uint MinuteMs = 60 * SecondMs;
    private const uint HourMs = 60 * MinuteMs;
    private const long DayMs = 24 * HourMs;

    /// <summary>The weight of a bar after another.</summary>
    /// <param name="localMs">The bar's local time, as milliseconds since 1970-01-01T00:00 of the zone's clock.</param>
    /// <param name="previousMs">The same for the bar before, not later.</param>
    public static byte Of(long localMs, long previousMs)
    {
        long day = DayOf(localMs), previousDay = DayOf(previousMs);
        if (day == previousDay) return WithinDay((uint)(localMs - day * DayMs), (uint)(previousMs - day * DayMs));
        (int year, int month, int dayOfMonth) = ChartClock.DateOf(localMs);
        if (day - previousDay < dayOfMonth) return Day;
        (int previousYear, int previousMonth, _) = ChartClock.DateOf(previousMs);
        return year != previousYear ? Year : month != previousMonth ? Month : Day;
    }

    // Divisions by constants are multiplications; there may be a million bars.
    private static byte WithinDay(uint ms, uint previous)
    {
        if (ms / (12 * HourMs) != previous / (12 * HourMs)) return HalfDay;
        if (ms / (6 * HourMs) != previous / (6 * HourMs)) return SixHours;
        if (ms / (3 * HourMs) != previous / (3 * HourMs)) return ThreeHours;
        if (ms / HourMs != previous / HourMs) return Hour;
        if (ms / (30 * MinuteMs) != previous / (30 * MinuteMs)) return HalfHour;
        if (ms / (5 * MinuteMs) != previous / (5 * MinuteMs)) return FiveMinutes;
        if (ms / MinuteMs != previous / MinuteMs) return Minute;
        return ms / SecondMs != previous / SecondMs ? Second : None;
    }

    private static long DayOf(long ms) => ms >= 0 ? ms / DayMs : ~(~ms / DayMs);
}
