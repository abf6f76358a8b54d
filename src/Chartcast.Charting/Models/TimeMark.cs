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
    public const byte Day = 50;
    public const byte Month = 60;
    public const byte Year = 70;

    private const long MinuteMs = 60_000;
    private const long HourMs = 60 * MinuteMs;
    private const long DayMs = 24 * HourMs;

    private static readonly (long Ms, byte Weight)[] Divisions =
    [
        (12 * HourMs, HalfDay), (6 * HourMs, SixHours), (3 * HourMs, ThreeHours), (HourMs, Hour),
        (30 * MinuteMs, HalfHour), (5 * MinuteMs, FiveMinutes), (MinuteMs, Minute), (1000, Second),
    ];

    /// <summary>The weight of a bar after another.</summary>
    /// <param name="localMs">The bar's local time, as milliseconds since 1970-01-01T00:00 of the zone's clock.</param>
    /// <param name="previousMs">The same for the bar before, not later.</param>
    public static byte Of(long localMs, long previousMs)
    {
        long day = FloorDivide(localMs, DayMs);
        long previousDay = FloorDivide(previousMs, DayMs);
        if (day != previousDay)
        {
            (int year, int month) = MonthOf(day);
            (int previousYear, int previousMonth) = MonthOf(previousDay);
            return year != previousYear ? Year : month != previousMonth ? Month : Day;
        }

        foreach ((long ms, byte weight) in Divisions)
        {
            if (FloorDivide(localMs, ms) != FloorDivide(previousMs, ms)) return weight;
        }

        return None;
    }

    private static (int Year, int Month) MonthOf(long day)
    {
        DateOnly date = ChartClock.DateOf(day * DayMs);
        return (date.Year, date.Month);
    }

    private static long FloorDivide(long value, long divisor)
    {
        long quotient = Math.DivRem(value, divisor, out long remainder);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
