using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Remembers that a key's daily limit is used up, so that nobody asks again before it can be
/// otherwise.</summary>
/// <remarks>When Chart-IMG's day ends is not documented; it is taken to be midnight UTC. Thread-safe.</remarks>
public sealed class ChartImgQuota
{
    internal const string Message =
        "Chart-IMG's daily limit for this key is used up until midnight UTC: "
        + "wait, use another key, or use provider local.";

    private readonly TimeProvider _time;
    private readonly Action<DateTimeOffset>? _onExhausted;
    private long _exhaustedUntilTicks;

    /// <summary>Starts with what is known.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="exhaustedUntil">What an earlier process wrote down, or null.</param>
    /// <param name="onExhausted">Called with the end of the day when the limit is reached, to write it down; or
    /// null.</param>
    public ChartImgQuota(
        TimeProvider time, DateTimeOffset? exhaustedUntil = null, Action<DateTimeOffset>? onExhausted = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _onExhausted = onExhausted;
        _exhaustedUntilTicks = exhaustedUntil?.UtcTicks ?? 0;
    }

    /// <summary>When the key may be used again; null when it may be used now.</summary>
    public DateTimeOffset? ExhaustedUntil
    {
        get
        {
            var until = new DateTimeOffset(Interlocked.Read(ref _exhaustedUntilTicks), TimeSpan.Zero);
            return until > _time.GetUtcNow() ? until : null;
        }
    }

    /// <summary>Notes that the upstream said the limit is reached.</summary>
    internal void MarkExhausted()
    {
        var midnight = new DateTimeOffset(_time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        if (Interlocked.Exchange(ref _exhaustedUntilTicks, midnight.UtcTicks) != midnight.UtcTicks)
            _onExhausted?.Invoke(midnight);
    }

    /// <summary>The error of a key that is used up; null when it may be used.</summary>
    internal ChartError? Check() => ExhaustedUntil is { } until
        ? new ChartError
        {
            Code = ChartErrorCode.UpstreamQuotaExhausted,
            Message = Message,
            RetryAfter = until - _time.GetUtcNow(),
        }
        : null;
}
