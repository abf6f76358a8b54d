using System.Globalization;
using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;

namespace Chartcast.App.Composition;

/// <summary>The first store that no other process has: the state directory, or <c>slot-2</c>, <c>slot-3</c> … below
/// it.</summary>
/// <remarks>A store belongs to one process, yet every MCP host starts its own over stdio. Nothing is made before the
/// first use.</remarks>
internal sealed partial class SlotChartStore(
    string directory, Func<string, IChartStore> makeStore, ILogger<SlotChartStore> logger) : IChartStore
{
    private const int MostSlots = 16;

    private readonly SemaphoreSlim _openLock = new(1, 1);
    private volatile IChartStore? _open;

    /// <inheritdoc/>
    public event Action<ChartEvent>? Committed;

    /// <inheritdoc/>
    public string Epoch => _open?.Epoch ?? "";

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken) => await StoreAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> AddAsync(
        ChartRecord record, ChartEventDraft queued, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).AddAsync(record, queued, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> UpdateAsync(
        ChartRecord record, ChartEventDraft change, ChartProduct? product, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).UpdateAsync(record, change, product, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> AppendAsync(ChartEventDraft progress, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).AppendAsync(progress, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask FlushAsync(CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartRecord?> FindAsync(string requestId, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).FindAsync(requestId, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartRecord>> RecentAsync(
        RecentFilter filter, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).RecentAsync(filter, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartImage?> FindImageAsync(string requestId, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).FindImageAsync(requestId, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ChartBars?> FindBarsAsync(string requestId, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).FindBarsAsync(requestId, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartEvent>> EventsAfterAsync(
        long sequence, int limit, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).EventsAfterAsync(sequence, limit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<(long Oldest, long Newest)> EventRangeAsync(CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).EventRangeAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartRecord>> UnfinishedAsync(CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).UnfinishedAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<RetentionResult> ApplyRetentionAsync(
        RetentionLimits limits, CancellationToken cancellationToken) =>
        await (await StoreAsync(cancellationToken)).ApplyRetentionAsync(limits, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_open is { } store) await store.DisposeAsync();
        _openLock.Dispose();
    }

    private async ValueTask<IChartStore> StoreAsync(CancellationToken cancellationToken)
    {
        if (_open is { } open) return open;
        await _openLock.WaitAsync(cancellationToken);
        try
        {
            return _open ??= await OpenFirstFreeAsync(cancellationToken);
        }
        finally
        {
            _openLock.Release();
        }
    }

    private async Task<IChartStore> OpenFirstFreeAsync(CancellationToken cancellationToken)
    {
        ChartException? refusal = null;
        for (int slot = 1; slot <= MostSlots; slot++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"slot-{slot}");
            IChartStore store = makeStore(slot == 1 ? directory : Path.Combine(directory, name));
            try
            {
                await store.OpenAsync(cancellationToken);
                store.Committed += chartEvent => Committed?.Invoke(chartEvent);
                if (slot > 1) LogSlot(name);
                return store;
            }
            catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.StorageUnavailable)
            {
                refusal ??= exception;
                await store.DisposeAsync();
            }
        }

        throw refusal!;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Another process has the state directory; this one keeps its history in {Slot} below it")]
    private partial void LogSlot(string slot);
}
