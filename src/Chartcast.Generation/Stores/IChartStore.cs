using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Stores;

/// <summary>Keeps requests, pictures, bars and events; what a write returned from survives <c>kill -9</c>.</summary>
/// <remarks>A final state, and with it everything before, survives a loss of power, too. Safe for concurrent use.
/// Writes fail with <see cref="ChartErrorCode.StorageUnavailable"/> when the disk is full or read-only, and then have
/// changed nothing.</remarks>
public interface IChartStore : IAsyncDisposable
{
    /// <summary>Names this log of events; a different epoch means that earlier sequences mean nothing here. Letters and
    /// digits; empty until the store is open.</summary>
    string Epoch { get; }

    /// <summary>Tells every stored event once, in order of its sequence, after its commit and before the write that
    /// stored it returns. Observers return fast and never throw.</summary>
    event Action<ChartEvent>? Committed;

    /// <summary>Makes the store ready; does nothing when it is. The other members do this on first use.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: another process has it, a
    /// newer
    /// version wrote it, it is damaged, or it cannot be written.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>Checks that reading and, where a write has failed, writing is possible now.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>; says why.</exception>
    async ValueTask CheckAsync(CancellationToken cancellationToken) => await EventRangeAsync(cancellationToken);

    /// <summary>Stores a new request and its first event in one transaction.</summary>
    ValueTask<ChartEvent> AddAsync(ChartRecord record, ChartEventDraft queued, CancellationToken cancellationToken);

    /// <summary>Stores a request's new state, its event and, when completed, the product, in one transaction.</summary>
    /// <exception cref="InvalidOperationException">The stored state may not become the new one.</exception>
    ValueTask<ChartEvent> UpdateAsync(
        ChartRecord record, ChartEventDraft change, ChartProduct? product, CancellationToken cancellationToken);

    /// <summary>Stores an event that changes no state.</summary>
    ValueTask<ChartEvent> AppendAsync(ChartEventDraft progress, CancellationToken cancellationToken);

    /// <summary>Brings to the disk what was written before, so that it survives a loss of power.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>The record of an id, or null.</summary>
    ValueTask<ChartRecord?> FindAsync(string requestId, CancellationToken cancellationToken);

    /// <summary>Records newest first.</summary>
    ValueTask<IReadOnlyList<ChartRecord>> RecentAsync(RecentFilter filter, CancellationToken cancellationToken);

    /// <summary>The picture of a completed request, or null.</summary>
    ValueTask<ChartImage?> FindImageAsync(string requestId, CancellationToken cancellationToken);

    /// <summary>The bars behind the picture of a completed request, or null when the provider gave none.</summary>
    ValueTask<ChartBars?> FindBarsAsync(string requestId, CancellationToken cancellationToken);

    /// <summary>Events after a sequence, oldest first.</summary>
    ValueTask<IReadOnlyList<ChartEvent>> EventsAfterAsync(
        long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>The oldest and newest sequence in the log; oldest is newest + 1 when it is empty, so (1, 0) at
    /// first.</summary>
    ValueTask<(long Oldest, long Newest)> EventRangeAsync(CancellationToken cancellationToken);

    /// <summary>Requests that were queued or started when the process last ended.</summary>
    ValueTask<IReadOnlyList<ChartRecord>> UnfinishedAsync(CancellationToken cancellationToken);

    /// <summary>Removes what is older or more than the limits; never a request that is not final.</summary>
    ValueTask<RetentionResult> ApplyRetentionAsync(RetentionLimits limits, CancellationToken cancellationToken);
}

/// <summary>Which records to list.</summary>
/// <param name="Limit">1–200.</param>
/// <param name="Symbol">Only this symbol, or null.</param>
/// <param name="Status">Only this state, or null.</param>
/// <param name="ClientId">Only this client's, or null.</param>
/// <param name="Before">Only records older than that of this request id, which has to exist; null for all.</param>
/// <param name="Owner">Only this owner's, or null.</param>
public sealed record RecentFilter(
    int Limit, string? Symbol = null, ChartStatus? Status = null, string? ClientId = null, string? Before = null,
    string? Owner = null);

/// <summary>How much to keep.</summary>
/// <param name="MaximumAge">Final requests older than this go, with their pictures and events.</param>
/// <param name="MaximumBytes">When pictures and bars take more bytes than this, the oldest go first.</param>
public sealed record RetentionLimits(TimeSpan MaximumAge, long MaximumBytes);

/// <summary>What retention removed.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="Bytes">How many bytes of pictures and bars.</param>
public sealed record RetentionResult(int Requests, long Bytes);
