using System.Collections.Frozen;

namespace Chartcast.Generation.Requests;

/// <summary>Named ranges of time that end with the newest bar: the words of Chart-IMG's <c>range</c>.</summary>
public static class ChartRange
{
    private const string Everything = "ALL";

    private static readonly string[] AllNames =
        ["1D", "5D", "1M", "3M", "6M", "1Y", "5Y", Everything, "DTD", "WTD", "MTD", "YTD"];

    private static readonly FrozenSet<string> Known = AllNames.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All names; case matters, as <c>1D</c> … <c>YTD</c> are upper case.</summary>
    public static IReadOnlyList<string> Names => AllNames;

    /// <summary>Whether a text is one of <see cref="Names"/>.</summary>
    public static bool IsName(string text) => Known.Contains(text);

    /// <summary>The first moment a range shows.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="newest">The newest bar's open time, or now where that is not known.</param>
    /// <param name="zone">Where days, weeks (from Monday), months and years begin, for the <c>…TD</c> ranges.</param>
    /// <returns>The inclusive start; null for <c>ALL</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The name is unknown.</exception>
    public static DateTimeOffset? StartOf(string name, DateTimeOffset newest, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTime local = TimeZoneInfo.ConvertTime(newest, zone).DateTime;
        return name switch
        {
            "1D" => newest.AddDays(-1),
            "5D" => newest.AddDays(-5),
            "1M" => newest.AddMonths(-1),
            "3M" => newest.AddMonths(-3),
            "6M" => newest.AddMonths(-6),
            "1Y" => newest.AddYears(-1),
            "5Y" => newest.AddYears(-5),
            "DTD" => Midnight(local.Date, zone),
            "WTD" => Midnight(local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)), zone),
            "MTD" => Midnight(new DateTime(local.Year, local.Month, 1), zone),
            "YTD" => Midnight(new DateTime(local.Year, 1, 1), zone),
            Everything => null,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "None of ChartRange.Names."),
        };
    }

    // A midnight that daylight saving skips is read as the first moment after the gap; of one that comes twice, the
    // first begins the day.
    private static DateTimeOffset Midnight(DateTime date, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(date)) date = date.AddMinutes(15);
        TimeSpan offset = zone.IsAmbiguousTime(date)
            ? zone.GetAmbiguousTimeOffsets(date).Max()
            : zone.GetUtcOffset(date);
        return new DateTimeOffset(date, offset);
    }
}
