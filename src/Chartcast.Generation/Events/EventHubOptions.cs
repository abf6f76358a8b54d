namespace Chartcast.Generation.Events;

/// <summary>How much the event hub keeps in memory, and how it keeps quiet streams open.</summary>
public sealed record EventHubOptions
{
    /// <summary>Bytes of framed events held in memory for all listeners together, 64 KiB to 1 GiB; default 4 MiB, about
    /// 12,000 events. A listener further behind than this is dropped.</summary>
    public int LogBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How often a listener with nothing to read gets a comment, 1 s to 5 min; default 30 s.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The shortest wait before reconnecting that clients are told, 100 ms to 1 min; default 2 s. Each stream
    /// draws its own between this and <see cref="LongestRetry"/>, so that clients do not all return at once.</summary>
    public TimeSpan ShortestRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait before reconnecting that clients are told, not below <see cref="ShortestRetry"/>, up
    /// to
    /// 5 min; default 8 s.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(LogBytes, 64 * 1024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LogBytes, 1024 * 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(HeartbeatInterval, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HeartbeatInterval, TimeSpan.FromMinutes(5));
        ArgumentOutOfRangeException.ThrowIfLessThan(ShortestRetry, TimeSpan.FromMilliseconds(100));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ShortestRetry, TimeSpan.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestRetry, ShortestRetry);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LongestRetry, TimeSpan.FromMinutes(5));
    }
}
