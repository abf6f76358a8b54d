using System.Collections.Concurrent;
using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Generation.Tests.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Requests;

/// <summary>A service on a real store in a directory of its own, with a clock that stands still.</summary>
internal sealed class ServiceBench : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<ChartEvent> _told = new();
    private readonly SemaphoreSlim _news = new(0);
    private EventHub? _hub;

    public ServiceBench() => Store = Watch(SqliteChartStoreTests.NewStore(_directory.Path, Time));

    public FakeTimeProvider Time { get; } = new(RequestSamples.Noon);

    public SqliteChartStore Store { get; private set; }

    public ChartRequestService? Service { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ChartRequestService Start(
        Func<ChartRequest, IProgress<ChartStep>, CancellationToken, Task<ChartProduct>> draw,
        ChartRequestOptions? options = null) => Start(new ScriptedProvider(draw), options);

    public ChartRequestService Start(
        IChartProvider provider, ChartRequestOptions? options = null, IChartStore? store = null) =>
        Start(_ => provider, options, store);

    public ChartRequestService Start(
        Func<ChartRequest, IChartProvider> choose, ChartRequestOptions? options, IChartStore? store = null)
    {
        store ??= Store;
        _hub = new EventHub(store, new EventHubOptions(), Time, NullLogger<EventHub>.Instance);
        return Service = new ChartRequestService(
            store, _hub, choose, options ?? new ChartRequestOptions(), Time, new ListLogger(_log));
    }

    /// <summary>Ends the process as far as the state can tell: everything is dropped, nothing is drained.</summary>
    public async Task RestartAsync()
    {
        if (Service is not null) await Service.DisposeAsync();
        _hub?.Dispose();
        await Store.DisposeAsync();
        Store = Watch(SqliteChartStoreTests.NewStore(_directory.Path, Time));
        Service = null;
    }

    public IEnumerable<string> Logged() => _log;

    public async Task<IReadOnlyList<ChartEvent>> EventsAsync(string requestId) =>
        [.. (await Store.EventsAfterAsync(0, 10_000, Token)).Where(one => one.Draft.RequestId == requestId)];

    public Task UntilAsync(string requestId, ChartEventKind kind) =>
        UntilAsync(told => told.Draft.RequestId == requestId && told.Draft.Kind == kind);

    public Task UntilPercentAsync(string requestId, int percent) =>
        UntilAsync(told => told.Draft.RequestId == requestId && told.Draft.Percent >= percent);

    public async ValueTask DisposeAsync()
    {
        if (Service is not null) await Service.DisposeAsync();
        _hub?.Dispose();
        await Store.DisposeAsync();
        _directory.Dispose();
    }

    private async Task UntilAsync(Func<ChartEvent, bool> isMeant)
    {
        while (!_told.Any(isMeant)) await _news.WaitAsync(Token);
    }

    private SqliteChartStore Watch(SqliteChartStore store)
    {
        store.Committed += told =>
        {
            _told.Enqueue(told);
            _news.Release();
        };
        return store;
    }

    private sealed class ListLogger(ConcurrentQueue<string> lines) : ILogger<ChartRequestService>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);
    }
}
