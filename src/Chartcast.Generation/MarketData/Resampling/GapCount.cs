using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>Counts intervals that should have a bar and have none.</summary>
/// <remarks>
/// No calendar of holidays is known for a file, so its own bars tell what is usual. Daily: a missing trading day
/// counts, but a run of up to four passes as holidays, unless the market trades on all seven days. Intraday: a time of
/// day that has a bar on at least half of the days counts where it has none; whole days without bars count as holidays,
/// again unless the market trades on all seven. Longer bars: every missing one counts.
/// </remarks>
internal static class GapCount
{
    private const int LongestHoliday = 4;

    /// <summary>Counts gaps between the first and the last bar given.</summary>
    public static int Count(ReadOnlySpan<Bar> bars, BarInterval interval, SessionProfile session, TimeZoneInfo zone)
    {
        if (bars.Length < 3) return 0;
        return interval.Unit switch
        {
            BarUnit.Minute => CountIntraday(bars, interval.NominalMs, session, zone),
            BarUnit.Day when interval.Count == 1 => CountDays(bars, session),
            _ => CountSteps(bars, interval.NominalMs),
        };
    }

    private static int CountDays(ReadOnlySpan<Bar> bars, SessionProfile session)
    {
        int gaps = 0;
        bool everyDay = session.TradingDays == SessionProfile.AllDays;
        for (int i = 1; i < bars.Length; i++)
        {
            long day = bars[i - 1].OpenTimeMs / ZoneClock.DayMs + 1, next = bars[i].OpenTimeMs / ZoneClock.DayMs;
            int missing = 0;
            for (; day < next; day++)
            {
                if (session.TradesOn(day)) missing++;
            }

            if (everyDay || missing > LongestHoliday) gaps += missing;
        }

        return gaps;
    }

    private static int CountSteps(ReadOnlySpan<Bar> bars, long lengthMs)
    {
        int gaps = 0;
        for (int i = 1; i < bars.Length; i++)
        {
            double steps = (bars[i].OpenTimeMs - bars[i - 1].OpenTimeMs) / (double)lengthMs;
            // Bars of two or three trading days reach over weekends: only more than a week between them is a hole.
            if (lengthMs < 7 * ZoneClock.DayMs && steps * lengthMs <= 7 * ZoneClock.DayMs) continue;
            gaps += Math.Max(0, (int)Math.Round(steps) - 1);
        }

        return gaps;
    }

    private static int CountIntraday(
        ReadOnlySpan<Bar> bars, long lengthMs, SessionProfile session, TimeZoneInfo zone)
    {
        int slots = (int)((ZoneClock.DayMs + lengthMs - 1) / lengthMs);
        var presence = new int[slots];
        var places = new (long Day, int Slot)[bars.Length];
        var clock = new ZoneClock(zone);
        int days = 0;
        for (int i = 0; i < bars.Length; i++)
        {
            long local = clock.ToLocal(bars[i].OpenTimeMs);
            long day = ZoneClock.FloorDiv(local, ZoneClock.DayMs);
            int slot = (int)((local - day * ZoneClock.DayMs) / lengthMs);
            places[i] = (day, slot);
            presence[slot]++;
            if (i == 0 || day != places[i - 1].Day) days++;
        }

        bool everyDay = session.TradingDays == SessionProfile.AllDays;
        int usualInADay = CountUsual(presence, 0, slots, days), gaps = 0;
        for (int i = 1; i < places.Length; i++)
        {
            (long day, int slot) = places[i - 1];
            (long nextDay, int nextSlot) = places[i];
            if (day == nextDay)
            {
                gaps += CountUsual(presence, slot + 1, nextSlot, days);
                continue;
            }

            gaps += CountUsual(presence, slot + 1, slots, days) + CountUsual(presence, 0, nextSlot, days);
            if (everyDay) gaps += (int)Math.Min(nextDay - day - 1, int.MaxValue / (slots + 1)) * usualInADay;
        }

        return gaps;
    }

    private static int CountUsual(ReadOnlySpan<int> presence, int from, int to, int days)
    {
        int usual = 0;
        for (int slot = from; slot < to; slot++)
        {
            if (presence[slot] * 2 >= days) usual++;
        }

        return usual;
    }
}
