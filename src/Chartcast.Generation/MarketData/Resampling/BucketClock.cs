using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>Says which longer bar a shorter one belongs to.</summary>
/// <remarks>
/// Intraday bars are counted from the session's open of each day (so 4h bars of New York begin at 09:30 and 13:30);
/// days are the exchange zone's dates; weeks begin on Monday; months, quarters, half-years and years on their first
/// day; bars of two and three days count trading days from Monday, 1970-01-05, so that they do not depend on where the
/// data begin. Not safe for concurrent use.
/// </remarks>
internal sealed class BucketClock(
    BarInterval target, BaseInterval source, TimeZoneInfo zone, SessionProfile session)
{
    private const long FirstMonday = 4;

    private readonly ZoneClock _clock = new(zone);
    private readonly ZoneClock _dayClock = new(zone);
    private long _day = long.MinValue, _midnightMs, _openMs;

    /// <summary>Open time of the bucket that a bar belongs to.</summary>
    public long OpenOf(long openTimeMs)
    {
        if (!target.IsIntraday) return DateOf(DayOf(openTimeMs)) * ZoneClock.DayMs;
        EnterDay(DayOf(openTimeMs));
        long length = target.NominalMs;
        long bucket = _openMs + ZoneClock.FloorDiv(openTimeMs - _openMs, length) * length;
        // Counted back from the open, the first bucket may not reach into the day before.
        return Math.Max(bucket, Math.Min(_midnightMs, openTimeMs));
    }

    /// <summary>When the market has traded all of a bucket.</summary>
    /// <param name="bucketMs">The bucket's open time.</param>
    /// <returns>For intraday buckets the bucket's or the session's end in UTC; else the last trading date's
    /// end.</returns>
    public long EndOf(long bucketMs)
    {
        if (target.IsIntraday)
        {
            EnterDay(DayOf(bucketMs));
            long close = _dayClock.ToUtc(_day * ZoneClock.DayMs + session.CloseMs);
            return close > bucketMs ? Math.Min(bucketMs + target.NominalMs, close) : bucketMs + target.NominalMs;
        }

        long first = ZoneClock.FloorDiv(bucketMs, ZoneClock.DayMs), day = first;
        while (DateOf(day + 1) == first) day++;
        while (day > first && !session.TradesOn(day)) day--;
        return source.IsIntraday
            ? _dayClock.ToUtc(day * ZoneClock.DayMs + session.CloseMs)
            : (day + 1) * ZoneClock.DayMs;
    }

    private long DayOf(long openTimeMs) => ZoneClock.FloorDiv(
        source.IsIntraday ? _clock.ToLocal(openTimeMs) : openTimeMs, ZoneClock.DayMs);

    private void EnterDay(long day)
    {
        if (day == _day) return;
        _day = day;
        _midnightMs = _dayClock.ToUtc(day * ZoneClock.DayMs);
        _openMs = _dayClock.ToUtc(day * ZoneClock.DayMs + session.OpenMs);
    }

    /// <summary>The first date of the bucket that a date belongs to, in days since 1970-01-01.</summary>
    private long DateOf(long day) => target.Unit switch
    {
        BarUnit.Day when target.Count == 1 => day,
        BarUnit.Day => FirstOfTradingDays(day),
        BarUnit.Week => FirstMonday + ZoneClock.FloorDiv(day - FirstMonday, 7) * 7,
        _ => FirstOfMonths(day, target.Count),
    };

    private long FirstOfTradingDays(long day)
    {
        int perWeek = int.PopCount(session.TradingDays);
        long week = ZoneClock.FloorDiv(day - FirstMonday, 7);
        int weekday = 0;
        for (long other = FirstMonday + week * 7; other < day; other++)
        {
            if (session.TradesOn(other)) weekday++;
        }

        long index = week * perWeek + Math.Min(weekday, perWeek - 1);
        long first = ZoneClock.FloorDiv(index, target.Count) * target.Count;
        long date = FirstMonday + ZoneClock.FloorDiv(first, perWeek) * 7;
        for (long left = first - ZoneClock.FloorDiv(first, perWeek) * perWeek; ; date++)
        {
            if (session.TradesOn(date) && left-- == 0) return date;
        }
    }

    private static long FirstOfMonths(long day, int months)
    {
        DateOnly date = DateOnly.FromDayNumber((int)(day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber));
        int month = (date.Month - 1) / months * months + 1;
        return new DateOnly(date.Year, month, 1).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    }
}
