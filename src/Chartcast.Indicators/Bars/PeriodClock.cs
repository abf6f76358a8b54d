namespace Chartcast.Indicators.Bars;

/// <summary>Tells bars of different days, weeks, months, quarters, years, decades or centuries apart.</summary>
/// <remarks>Intraday bars belong to the calendar day of the exchange's time zone; daily and longer ones are dates
/// without a zone.</remarks>
/// <param name="period">Which stretch of the calendar counts.</param>
/// <param name="interval">The interval of the bars.</param>
/// <param name="exchangeZone">See <see cref="BarSeries.ExchangeZone"/>.</param>
public sealed class PeriodClock(CalendarPeriod period, BarInterval interval, TimeZoneInfo exchangeZone)
{
    private const int DaysPerWeek = 7, MonthsPerQuarter = 3, MonthsPerYear = 12;
    private const int YearsPerDecade = 10, YearsPerCentury = 100;

    private readonly bool _isUtc = !interval.IsIntraday || exchangeZone.HasSameRules(TimeZoneInfo.Utc);
    private long _current = long.MinValue;

    /// <summary>Takes the next bar's time.</summary>
    /// <param name="openTimeMs">When the bar opens, in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>Whether the bar is the first of its period; true for the first bar of all.</returns>
    public bool Begins(long openTimeMs)
    {
        long ordinal = Ordinal(openTimeMs);
        if (ordinal == _current) return false;
        _current = ordinal;
        return true;
    }

    private long Ordinal(long openTimeMs)
    {
        DateTime date = DateTime.UnixEpoch.AddMilliseconds(openTimeMs);
        if (!_isUtc) date = TimeZoneInfo.ConvertTimeFromUtc(date, exchangeZone);
        return period switch
        {
            CalendarPeriod.Day => date.Ticks / TimeSpan.TicksPerDay,
            // 0001-01-01 was a Monday.
            CalendarPeriod.Week => date.Ticks / TimeSpan.TicksPerDay / DaysPerWeek,
            CalendarPeriod.Month => (long)date.Year * MonthsPerYear + date.Month,
            CalendarPeriod.Quarter => (long)date.Year * MonthsPerYear + (date.Month - 1) / MonthsPerQuarter,
            CalendarPeriod.Decade => date.Year / YearsPerDecade,
            CalendarPeriod.Century => date.Year / YearsPerCentury,
            _ => date.Year,
        };
    }
}
