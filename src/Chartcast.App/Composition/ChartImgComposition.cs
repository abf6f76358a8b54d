using System.Diagnostics.Metrics;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Recordings;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.Composition;

/// <summary>Wires what belongs to a Chart-IMG key. Opens, writes and calls nothing.</summary>
internal static class ChartImgComposition
{
    private const string NoKey = "replayed";

    /// <summary>The parts; null when no key is set and nothing is replayed.</summary>
    public static ChartImgParts? Build(
        ServerOptions options, TimeProvider time, ILoggerFactory loggers, Meter? meter = null)
    {
        ChartImgSettings settings = options.ChartImg;
        bool isReplay = settings.ReplayDirectory is not null;
        if (options.ChartImgApiKey is null && !isReplay) return null;
        var vendor = new ChartImgOptions
        {
            ApiKey = options.ChartImgApiKey ?? NoKey,
            BaseAddress = options.ChartImgBaseUrl ?? ChartImgOptions.DefaultBaseAddress,
            SessionId = settings.SessionId,
            SessionIdSign = settings.SessionIdSign,
        };
        string directory = settings.Directory ?? options.StateDirectory;
        IAccountLedger ledger = isReplay
            ? new ReplayLedger(time)
            : new SqliteAccountLedger(directory, vendor.ApiKey, time);
        var http = new HttpClient(Handler(settings, options)) { Timeout = Timeout.InfiniteTimeSpan };
        // What is recorded or replayed is to be called for each time.
        bool keeps = !isReplay && settings.RecordDirectory is null && settings.CacheBytes > 0;
        var provider = new ChartImgProvider(
            http,
            vendor,
            new ChartImgAccount(ledger, settings.Limits, time),
            keeps ? new FilePictureCache(directory, settings.CacheBytes, time) : null,
            keeps ? new FileListCache(directory, time) : null,
            time,
            loggers.CreateLogger<ChartImgProvider>(),
            meter);
        return new ChartImgParts { Provider = provider, Owned = [http, ledger] };
    }

    private static HttpMessageHandler Handler(ChartImgSettings settings, ServerOptions options)
    {
        if (settings.ReplayDirectory is { } replay) return new ReplayHandler(replay);
        SocketsHttpHandler calls = ChartImgProvider.CreateHandler();
        return settings.RecordDirectory is { } record
            ? new RecordingHandler(calls, record, options.Secrets)
            : calls;
    }
}
