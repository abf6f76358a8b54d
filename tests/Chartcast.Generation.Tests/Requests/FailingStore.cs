using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;

namespace Chartcast.Generation.Tests.Requests;

/// <summary>A store whose disk can be full for state changes.</summary>
internal sealed class FailingStore(IChartStore store) : IChartStore
{
    private int _refusals;

    public event Action<ChartEvent>? Committed
    {
        add => store.Committed += value;
        remove => store.Committed -= value;
    }

    public volatile bool IsFull;

    /// <summary>When new requests are refused; null when they are taken.</summary>
    public Task? RefusesNew { get; init; }

    /// <summary>Released once the end has been refused a second time, from within the retry.</summary>
    public SemaphoreSlim Refused { get; } = new(0);

    public string Epoch => store.Epoch;

    public ValueTask OpenAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public ValueTask<ChartEvent> AddAsync(
        ChartRecord record, ChartEventDraft queued, CancellationToken cancellationToken) =>
        RefusesNew is { } moment ? RefuseAsync(moment) : store.AddAsync(record, queued, cancellationToken);

    public ValueTask<ChartEvent> UpdateAsync(
        ChartRecord record, ChartEventDraft change, ChartProduct? product, CancellationToken cancellationToken)
    {
        if (!IsFull || !record.Status.IsFinal()) return store.UpdateAsync(record, change, product, cancellationToken);
        if (Interlocked.Increment(ref _refusals) == 2) Refused.Release();
        throw new ChartException(ChartErrorCode.StorageUnavailable, "The disk is full.");
    }

    public ValueTask<ChartEvent> AppendAsync(ChartEventDraft progress, CancellationToken cancellationToken) =>
        store.AppendAsync(progress, cancellationToken);

    public ValueTask FlushAsync(CancellationToken cancellationToken) => store.FlushAsync(cancellationToken);

    public ValueTask<ChartRecord?> FindAsync(string requestId, CancellationToken cancellationToken) =>
        store.FindAsync(requestId, cancellationToken);

    public ValueTask<IReadOnlyList<ChartRecord>> RecentAsync(
        RecentFilter filter, CancellationToken cancellationToken) => store.RecentAsync(filter, cancellationToken);

    public ValueTask<ChartImage?> FindImageAsync(string requestId, CancellationToken cancellationToken) =>
        store.FindImageAsync(requestId, cancellationToken);

    public ValueTask<ChartBars?> FindBarsAsync(string requestId, CancellationToken cancellationToken) =>
        store.FindBarsAsync(requestId, cancellationToken);

    public ValueTask<IReadOnlyList<ChartEvent>> EventsAfterAsync(
        long sequence, int limit, CancellationToken cancellationToken) =>
        store.EventsAfterAsync(sequence, limit, cancellationToken);

    public ValueTask<(long Oldest, long Newest)> EventRangeAsync(CancellationToken cancellationToken) =>
        store.EventRangeAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ChartRecord>> UnfinishedAsync(CancellationToken cancellationToken) =>
        store.UnfinishedAsync(cancellationToken);

    public ValueTask<RetentionResult> ApplyRetentionAsync(
        RetentionLimits limits, CancellationToken cancellationToken) =>
        store.ApplyRetentionAsync(limits, cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static async ValueTask<ChartEvent> RefuseAsync(Task moment)
    {
        await moment;
        throw new ChartException(ChartErrorCode.StorageUnavailable, "The disk is full.");
    }
}
