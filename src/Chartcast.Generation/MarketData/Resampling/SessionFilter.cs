using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>Tells bars of a session from those before and after it.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class SessionFilter(SessionProfile session, TimeZoneInfo zone, BaseInterval length)
{
    private readonly ZoneClock _clock = new(zone);

    /// <summary>Whether any of an intraday bar lies between the session's open and close.</summary>
    public bool IsInside(Bar bar)
    {
        long local = _clock.ToLocal(bar.OpenTimeMs);
        long time = local - ZoneClock.FloorDiv(local, ZoneClock.DayMs) * ZoneClock.DayMs;
        return time < session.CloseMs && time + length.Seconds * 1000 > session.OpenMs;
    }
}
