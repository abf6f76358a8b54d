namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>The rows that count a key's calls by UTC day.</summary>
internal static class DayRows
{
    private const double MsPerDay = 86_400_000;

    /// <summary>The day of a moment, counted since 1970.</summary>
    public static long DayOf(double nowMs) => (long)Math.Floor(nowMs / MsPerDay);

    /// <summary>The end of a moment's day.</summary>
    public static DateTimeOffset MidnightAfter(double nowMs) => DateTimeOffset.UnixEpoch.AddDays(DayOf(nowMs) + 1);

    /// <summary>Counts one call.</summary>
    public static void Count(ChartImgRows rows, byte[] key, double nowMs) => rows.Run(
        "INSERT INTO days VALUES ($key, $day, 1, 0) ON CONFLICT (key, day) DO UPDATE SET attempts = attempts + 1",
        ("$key", key), ("$day", DayOf(nowMs)));

    /// <summary>Notes that the day is over for a key.</summary>
    public static void Exhaust(ChartImgRows rows, byte[] key, double nowMs) => rows.Run(
        "INSERT INTO days VALUES ($key, $day, 0, 1) ON CONFLICT (key, day) DO UPDATE SET exhausted = 1",
        ("$key", key), ("$day", DayOf(nowMs)));

    /// <summary>What a key has done on a day so far.</summary>
    public static KeyDay Find(ChartImgRows rows, byte[] key, double nowMs) => rows.First(
        "SELECT attempts, exhausted FROM days WHERE key = $key AND day = $day",
        row => new KeyDay(row.GetInt64(0), row.GetInt64(1) != 0),
        ("$key", key), ("$day", DayOf(nowMs))) ?? new KeyDay(0, false);
}

/// <summary>A key's day.</summary>
/// <param name="Attempts">Calls that were counted.</param>
/// <param name="IsExhausted">Whether nothing more may be called.</param>
internal sealed record KeyDay(long Attempts, bool IsExhausted);
