namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Which of two small numbers in <c>1/2/2026</c> is the month.</summary>
internal enum DayOrder
{
    /// <summary>Not known: both readings are kept.</summary>
    Unknown,

    /// <summary>Month, then day, as in the USA.</summary>
    MonthFirst,

    /// <summary>Day, then month.</summary>
    DayFirst,
}

/// <summary>A time as a file gives it.</summary>
/// <param name="WallMs">Wall-clock milliseconds since 1970-01-01, with the month first where the order is unknown;
/// <see cref="Nothing"/> when that is no date.</param>
/// <param name="DayFirstMs">The same read with the day first; equal where there is no doubt.</param>
/// <param name="HasTime">Whether a time of day was written.</param>
/// <param name="OffsetMs">How far the wall clock is ahead of UTC; null when not written.</param>
internal readonly record struct CsvTime(long WallMs, long DayFirstMs, bool HasTime, long? OffsetMs)
{
    /// <summary>No time.</summary>
    public const long Nothing = long.MinValue;
}
