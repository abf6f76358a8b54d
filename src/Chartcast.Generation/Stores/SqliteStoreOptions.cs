namespace Chartcast.Generation.Stores;

/// <summary>Where the store lives and how it writes.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The state directory, absolute; made for its owner alone when missing. One process at a time uses
    /// it.</summary>
    public required string Directory { get; init; }

    /// <summary>How long to wait for a lock on the database that somebody outside holds, 100 ms to 5 min; default 5 s.
    /// </summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many writes may wait, 1–1,000,000; default 4,096. Further ones wait for room.</summary>
    public int WriteQueueCapacity { get; init; } = 4096;

    /// <summary>How many writes share one commit at most, 1–10,000; default 256.</summary>
    public int MaximumBatch { get; init; } = 256;

    /// <summary>The id of the machine's run, 1–100 characters; null for the one the system tells.</summary>
    public string? BootId { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public void Validate()
    {
        if (!Path.IsPathFullyQualified(Directory))
            throw new ArgumentException("The state directory must be an absolute path.", nameof(Directory));
        ArgumentOutOfRangeException.ThrowIfLessThan(BusyTimeout, TimeSpan.FromMilliseconds(100));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromMinutes(5));
        ArgumentOutOfRangeException.ThrowIfLessThan(WriteQueueCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WriteQueueCapacity, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumBatch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumBatch, 10_000);
    }
}
