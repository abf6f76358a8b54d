namespace Chartcast.Mcp.Security;

/// <summary>How long a stream may stay open: until its caller's token expires, or something else ends it.</summary>
public sealed class StreamLease : IDisposable
{
    // What a timer takes at most is 49 days; a stream that old has been reopened long since.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly CancellationTokenSource? _expiry;
    private readonly CancellationTokenSource _ends;

    /// <summary>Begins a lease.</summary>
    /// <param name="caller">Who listens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ends">What else ends the stream.</param>
    public StreamLease(Caller caller, TimeProvider time, params ReadOnlySpan<CancellationToken> ends)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(time);
        if (caller.ExpiresAt is { } expiresAt)
        {
            var rest = expiresAt - time.GetUtcNow();
            var bounded = rest < TimeSpan.Zero ? TimeSpan.Zero : rest > LongestTimer ? LongestTimer : rest;
            _expiry = new CancellationTokenSource(bounded, time);
        }

        _ends = CancellationTokenSource.CreateLinkedTokenSource([.. ends, _expiry?.Token ?? default]);
    }

    /// <summary>Fires when the stream must end.</summary>
    public CancellationToken Ended => _ends.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _ends.Dispose();
        _expiry?.Dispose();
    }
}
