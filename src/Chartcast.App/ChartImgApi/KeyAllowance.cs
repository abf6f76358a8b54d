using Chartcast.App.Configuration;

namespace Chartcast.App.ChartImgApi;

/// <summary>Counts a key's calls: a bucket of tokens for the rate, and a counter for the day, which begins at midnight
/// UTC.</summary>
/// <remarks>Every call with a right key counts, whatever becomes of it; those that come too fast do not count for the
/// day. Kept in memory: a restart begins anew. Safe for concurrent use.</remarks>
internal sealed class KeyAllowance(ApiPlan plan, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = plan.Burst ?? 0;
    private long _filledAt = time.GetTimestamp();
    private DateOnly _day;
    private int _today;

    /// <summary>Takes one call.</summary>
    /// <returns>Null when there was one left, else why not.</returns>
    public ApiError? Take()
    {
        lock (_lock) return TakeToken() ? TakeOfDay() : ApiErrors.TooManyRequests;
    }

    private bool TakeToken()
    {
        if (plan is not { PerSecond: { } perSecond, Burst: { } burst }) return true;
        long now = time.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
        _filledAt = now;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }

    private ApiError? TakeOfDay()
    {
        if (plan.PerDay is not { } perDay) return null;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day) (_day, _today) = (today, 0);
        if (_today >= perDay) return ApiErrors.LimitExceeded;
        _today++;
        return null;
    }
}
