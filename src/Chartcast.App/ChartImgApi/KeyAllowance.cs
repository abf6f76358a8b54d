using Chartcast.App.Configuration;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.ChartImgApi;

/// <summary>Counts a key's calls: a bucket of tokens for the rate, and the durable count of the day, which begins at
/// midnight UTC.</summary>
/// <remarks>Every call with a right key counts, whatever becomes of it; those that come too fast do not count for the
/// day. The rate is this process's own and begins anew with it. Safe for concurrent use.</remarks>
/// <param name="plan">What the key may do.</param>
/// <param name="key">The key's digest.</param>
/// <param name="days">The counts of days.</param>
/// <param name="time">The clock of the rate.</param>
internal sealed class KeyAllowance(ApiPlan plan, byte[] key, SqliteDayCounts days, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = plan.Burst ?? 0;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Takes one call.</summary>
    /// <returns>Null when there was one left, else why not.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: the day's count cannot be
    /// kept.</exception>
    public ApiError? Take()
    {
        if (!TakeToken()) return ApiErrors.TooManyRequests;
        return plan.PerDay is { } perDay && !days.TryCount(key, perDay) ? ApiErrors.LimitExceeded : null;
    }

    private bool TakeToken()
    {
        if (plan is not { PerSecond: { } perSecond, Burst: { } burst }) return true;
        lock (_lock)
        {
            long now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_tokens < 1) return false;
            _tokens--;
            return true;
        }
    }
}
