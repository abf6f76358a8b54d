using System.Diagnostics.Metrics;
using Chartcast.App.Configuration;
using Chartcast.Generation.Events;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.Engines;

/// <summary>Everything behind the front doors, wired but at rest: nothing is opened or written before the first
/// use.</summary>
public sealed class ChartEngine : IAsyncDisposable
{
    /// <summary>The settings.</summary>
    public required ServerOptions Options { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Where logs go.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The market data.</summary>
    public required FeedChoice Feeds { get; init; }

    /// <summary>Who draws what.</summary>
    public required ProviderChoice Providers { get; init; }

    /// <summary>The local engine, for drawing kept bars again.</summary>
    public required LocalChartProvider Local { get; init; }

    /// <summary>What belongs to the Chart-IMG key; null when no key is set.</summary>
    public ChartImgParts? ChartImg { get; init; }

    /// <summary>How many calls the keys of the Chart-IMG-compatible API have made today.</summary>
    public required SqliteDayCounts ApiDays { get; init; }

    /// <summary>History, pictures, bars and events.</summary>
    public required IChartStore Store { get; init; }

    /// <summary>The live events.</summary>
    public required EventHub Events { get; init; }

    /// <summary>What is counted; null when nothing is.</summary>
    public Meter? Meter { get; init; }

    /// <summary>The one way to a chart.</summary>
    public required ChartRequestService Requests { get; init; }

    /// <summary>Where pictures can be had over HTTP.</summary>
    public required PictureLinks Links { get; init; }

    /// <summary>The names of the providers that are set up, the first choice first.</summary>
    public IReadOnlyList<string> ProviderNames => Providers.HasChartImg ? ["chart-img", "local"] : ["local"];

    /// <summary>Opens the store, takes up unfinished work and starts the workers; does nothing the second
    /// time.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChartException">The state directory cannot be used.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => Requests.StartAsync(cancellationToken);

    /// <summary>Why history cannot be read or written at the moment; null when it can.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<string?> StorageFaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Store.CheckAsync(cancellationToken);
            return null;
        }
        catch (ChartException exception)
        {
            return exception.Message;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Requests.DisposeAsync();
        Events.Dispose();
        await Store.DisposeAsync();
        ChartImg?.Dispose();
        ApiDays.Dispose();
        Meter?.Dispose();
    }
}
