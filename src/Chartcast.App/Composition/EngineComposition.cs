using System.Diagnostics.Metrics;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Events;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.Composition;

/// <summary>Wires what is behind the front doors. Opens, writes and calls nothing.</summary>
internal static class EngineComposition
{
    public static ChartEngine Build(
        ServerOptions options, TimeProvider time, ILoggerFactory loggers, StateUse use = StateUse.Alone,
        Meter? meter = null)
    {
        FeedChoice feeds = Feeds(options, time);
        var local = new LocalChartProvider(feeds, time);
        ChartImgParts? chartImg = ChartImgComposition.Build(options, time, loggers, meter);
        var providers = new ProviderChoice(local, chartImg?.Provider, meter);
        IChartStore store = Store(options, time, loggers, use);
        var events = new EventHub(store, new EventHubOptions(), time, loggers.CreateLogger<EventHub>(), meter);
        return new ChartEngine
        {
            Options = options,
            Time = time,
            Loggers = loggers,
            Feeds = feeds,
            Providers = providers,
            Local = local,
            ChartImg = chartImg,
            ApiDays = new SqliteDayCounts(options.StateDirectory, time),
            Store = store,
            Events = events,
            Meter = meter,
            Requests = new ChartRequestService(
                store, events, providers.Choose, Limits(options), time, loggers.CreateLogger<ChartRequestService>(),
                meter),
            Links = new PictureLinks { Base = null },
        };
    }

    private static FeedChoice Feeds(ServerOptions options, TimeProvider time)
    {
        var sample = new SampleFeed(time);
        List<IMarketDataFeed> feeds = [sample];
        if (options.DataDirectory is { } folder) feeds.Insert(0, new CsvFolderFeed(folder, time));
        return new FeedChoice(feeds, options.Demo ? sample : null);
    }

    private static IChartStore Store(
        ServerOptions options, TimeProvider time, ILoggerFactory loggers, StateUse use)
    {
        ILogger<SqliteChartStore> logger = loggers.CreateLogger<SqliteChartStore>();
        SqliteChartStore At(string directory) =>
            new(new SqliteStoreOptions { Directory = directory }, time, logger);
        return use == StateUse.Alone
            ? At(options.StateDirectory)
            : new SlotChartStore(options.StateDirectory, At, loggers.CreateLogger<SlotChartStore>());
    }

    private static ChartRequestOptions Limits(ServerOptions options)
    {
        var limits = new ChartRequestOptions
        {
            Retention = new RetentionLimits(options.RetentionAge, options.RetentionBytes),
        };
        if (options.Workers is { } workers) limits = limits with { Parallelism = workers };
        if (options.QueueCapacity is not { } capacity) return limits;
        return limits with
        {
            QueueCapacity = capacity,
            MaximumUnfinished = Math.Max(capacity, limits.MaximumUnfinished),
        };
    }
}

/// <summary>How a process uses the state directory.</summary>
internal enum StateUse
{
    /// <summary>As the only one; a second process is an error.</summary>
    Alone,

    /// <summary>Beside others: takes a directory of its own below it when another process has it.</summary>
    Beside,
}
