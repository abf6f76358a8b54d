using Chartcast.Generation.Stores;

namespace Chartcast.Generation.Requests;

/// <summary>How many charts are made at once, how many wait, and for how long.</summary>
public sealed record ChartRequestOptions
{
    /// <summary>How many charts may wait for a worker, 1–100,000; default 256. Further ones are refused at
    /// once.</summary>
    public int QueueCapacity { get; init; } = 256;

    /// <summary>How many requests may be unfinished in all, those included that share a chart with another, from
    /// <see cref="QueueCapacity"/> to 1,000,000; default 4,096.</summary>
    public int MaximumUnfinished { get; init; } = 4096;

    /// <summary>How many charts are drawn here at once, 1–1,024; default the number of processors.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How many charts an outside service draws at once, 1–1,024; default 64. Its plan's rate is kept
    /// elsewhere; this many calls of some seconds keep up with the largest plan's.</summary>
    public int OutsideParallelism { get; init; } = 64;

    /// <summary>How long a request may take from being asked, waiting included, 100 ms to 1 h; default 60 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request for a layout may take instead, 100 ms to 1 h; default 2 min: Chart-IMG's
    /// documentation asks for more than a minute.</summary>
    public TimeSpan LayoutDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The shortest time between two progress events of one request, 0–10 s; default 200 ms. The first and the
    /// last step are always told.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a refused caller is asked to wait, 1 s to 1 h; default 2 s.</summary>
    public TimeSpan BusyRetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long running charts may go on when the server stops, 0 to 1 h; default 25 s.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How often a chart is begun again when the server stopped in the middle of it, 1–100; default 3. Only
    /// work
    /// that no outside service may have charged for is begun again at all.</summary>
    public int MaximumAttempts { get; init; } = 3;

    /// <summary>How long to wait before a result that could not be stored is tried again, 100 ms to 10 min; default 5
    /// s.
    /// </summary>
    public TimeSpan StoreRetryInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What the store keeps; default 30 days and 1 GiB of pictures and bars.</summary>
    public RetentionLimits Retention { get; init; } = new(TimeSpan.FromDays(30), 1024L * 1024 * 1024);

    /// <summary>How often old requests are removed, 1 min to 7 days; default 1 h; also once after the start.</summary>
    public TimeSpan RetentionInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names it.</exception>
    public void Validate()
    {
        Check(QueueCapacity, 1, 100_000, nameof(QueueCapacity));
        Check(MaximumUnfinished, QueueCapacity, 1_000_000, nameof(MaximumUnfinished));
        Check(Parallelism, 1, 1024, nameof(Parallelism));
        Check(OutsideParallelism, 1, 1024, nameof(OutsideParallelism));
        Check(Deadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1), nameof(Deadline));
        Check(LayoutDeadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1), nameof(LayoutDeadline));
        Check(ProgressInterval, TimeSpan.Zero, TimeSpan.FromSeconds(10), nameof(ProgressInterval));
        Check(BusyRetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), nameof(BusyRetryAfter));
        Check(DrainLimit, TimeSpan.Zero, TimeSpan.FromHours(1), nameof(DrainLimit));
        Check(MaximumAttempts, 1, 100, nameof(MaximumAttempts));
        Check(StoreRetryInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10), nameof(StoreRetryInterval));
        Check(Retention.MaximumAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(36_500), "Retention.MaximumAge");
        Check(Retention.MaximumBytes, 1024 * 1024, long.MaxValue, "Retention.MaximumBytes");
        Check(RetentionInterval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7), nameof(RetentionInterval));
    }

    private static void Check<T>(T value, T minimum, T maximum, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0) return;
        throw new ArgumentOutOfRangeException(name, value, $"{name} must be between {minimum} and {maximum}.");
    }
}
