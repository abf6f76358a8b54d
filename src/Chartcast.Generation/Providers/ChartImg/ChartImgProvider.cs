using System.Diagnostics.Metrics;
using System.Net;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Lets Chart-IMG draw: TradingView's picture, checked; no numbers.</summary>
/// <remarks>A picture that is fresh enough is taken from the cache; equal requests at one time make one call, whatever
/// process they are in. Thread-safe.</remarks>
public sealed class ChartImgProvider : IChartProvider
{
    /// <summary>The wire name.</summary>
    public const string WireName = "chart-img";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OldestStale = TimeSpan.FromHours(24);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    // Open ranges end now; a name has to be the same from one moment to the next.
    private static readonly DateTimeOffset FixedTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ChartImgDrawing _drawing;
    private readonly ChartImgOptions _options;
    private readonly IPictureCache? _cache;
    private readonly ChartImgInstruments? _instruments;
    private readonly TimeProvider _time;
    private readonly SingleFlight<CachedPicture> _flights = new();

    /// <summary>Wires the provider.</summary>
    /// <param name="http">A client whose handler follows no redirects, such as <see cref="CreateHandler"/>'s, with an
    /// infinite timeout of its own.</param>
    /// <param name="options">Key, address and limits.</param>
    /// <param name="account">What the key may do, and the book of what it did.</param>
    /// <param name="cache">Keeps pictures; null for none.</param>
    /// <param name="lists">Keeps lists of symbols; null for none.</param>
    /// <param name="time">The clock of all deadlines and waits.</param>
    /// <param name="logger">Hears of every call; never of the key.</param>
    /// <param name="meter">Counts calls and shows how the key stands; null to count nothing.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says how.</exception>
    public ChartImgProvider(
        HttpClient http, ChartImgOptions options, ChartImgAccount account, IPictureCache? cache, IListCache? lists,
        TimeProvider time, ILogger<ChartImgProvider> logger, Meter? meter = null)
        : this(http, options, account, cache, lists, time, logger, Random.Shared.NextDouble, meter)
    {
    }

    internal ChartImgProvider(
        HttpClient http, ChartImgOptions options, ChartImgAccount account, IPictureCache? cache, IListCache? lists,
        TimeProvider time, ILogger logger, Func<double> chance, Meter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(account);
        IReadOnlyList<string> faults = options.Faults();
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(options));
        var client = new ChartImgClient(http, options, time, logger);
        if (meter is not null)
        {
            _instruments = new ChartImgInstruments(meter);
            AccountInstruments.Make(meter, account, () => IsKeyRefused);
        }

        _drawing = new ChartImgDrawing(client, options, account, time, logger, chance, _instruments);
        Directory = new ChartImgDirectory(client, options, account, lists, time, logger, chance, _instruments);
        _options = options;
        _cache = cache;
        _time = time;
        Account = account;
    }

    /// <inheritdoc/>
    public string Name => WireName;

    /// <summary>What the key may do, and the book of what it did.</summary>
    public ChartImgAccount Account { get; }

    /// <summary>The lists of exchanges and symbols.</summary>
    public ChartImgDirectory Directory { get; }

    /// <summary>Whether the newest answer refused the key; false before the first.</summary>
    public bool IsKeyRefused => _drawing.IsKeyRefused;

    /// <summary>A handler fit for this provider: no redirects, no cookies, connections renewed so that name changes are
    /// seen.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    /// <inheritdoc/>
    public ChartProduct? Kept(ChartRequest request, IProgress<ChartStep> progress)
    {
        try
        {
            Asked asked = Read(request, progress);
            if (_cache?.Find(asked.Name, asked.Freshness) is not { } kept) return null;
            asked.Steps.FromTheCache();
            _instruments?.Looked("hit");
            return ChartImgProducts.FromCache(request, asked.Body, kept, asked.Freshness);
        }
        catch (ChartException)
        {
            // Drawing meets it again, and tells it.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        (string name, ChartImgBody body, TimeSpan freshness, ChartImgSteps steps) = Read(request, progress);
        bool isMine = false;
        try
        {
            CachedPicture drawn = await _flights.RunAsync(
                name, token => DrawOnceAsync(name, body, freshness, steps, () => isMine = true, token),
                cancellationToken);
            steps.Received(drawn.Image);
            return ChartImgProducts.Fresh(request, body, drawn);
        }
        catch (ChartException exception) when (
            request.Provider == ProviderPreference.ChartImg && exception.Error.Code.IsRetryable()
            && _cache?.Find(name, OldestStale) is { })
        {
            CachedPicture stale = _cache.Find(name, OldestStale)!;
            steps.FromTheCache();
            _instruments?.Looked("stale");
            return ChartImgProducts.Stale(request, body, stale, exception.Error);
        }
        finally
        {
            _instruments?.Looked(isMine ? "miss" : "coalesced");
        }
    }

    /// <summary>Tells what drawing a request would do, without a call.</summary>
    public ChartImgPreview Preview(ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AccountLimits limits = Account.Limits;
        DateTimeOffset now = _time.GetUtcNow();
        LedgerUsage usage = Account.Usage();
        try
        {
            ChartImgBody body = ChartImgRequestMap.Write(request, now, limits);
            bool isKept = _cache?.Find(NameOf(request, limits), PictureFreshness.Of(request, now)) is not null;
            return new ChartImgPreview(body, isKept ? null : Account.Check(), isKept, usage, Account.Left(usage));
        }
        catch (ChartException exception)
        {
            return new ChartImgPreview(null, exception.Error, false, usage, Account.Left(usage));
        }
    }

    private Asked Read(ChartRequest request, IProgress<ChartStep> progress)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        AccountLimits limits = Account.Limits;
        DateTimeOffset now = _time.GetUtcNow();
        return new Asked(
            NameOf(request, limits), ChartImgRequestMap.Write(request, now, limits),
            PictureFreshness.Of(request, now), new ChartImgSteps(progress, _options.MaximumAttempts));
    }

    private string NameOf(ChartRequest request, AccountLimits limits) =>
        PictureNames.Of(ChartImgRequestMap.Write(request, FixedTime, limits), _options);

    private async Task<CachedPicture> DrawOnceAsync(
        string name, ChartImgBody body, TimeSpan freshness, ChartImgSteps steps, Action calls,
        CancellationToken cancellationToken)
    {
        if (_cache is null)
        {
            calls();
            return await _drawing.DrawAsync(body, steps, cancellationToken);
        }

        using IDisposable? held = await HoldAsync(name, body, steps, cancellationToken);
        // Another process, or an earlier caller of this one, may have drawn it in the meantime.
        if (_cache.Find(name, freshness) is { } kept) return kept;
        calls();
        CachedPicture drawn = await _drawing.DrawAsync(body, steps, cancellationToken);
        _cache.Keep(name, drawn);
        return drawn;
    }

    /// <summary>Waits for other processes that ask for the same, no longer than such a call can take.</summary>
    private async Task<IDisposable?> HoldAsync(
        string name, ChartImgBody body, ChartImgSteps steps, CancellationToken cancellationToken)
    {
        TimeSpan longest = (body.IsLayout ? _options.Layout : _options.Advanced).Attempt;
        long began = _time.GetTimestamp();
        bool isTold = false;
        while (true)
        {
            if (_cache!.TryHold(name) is { } held) return held;
            if (_time.GetElapsedTime(began) > longest) return null;
            if (!isTold) steps.WaitingForAnother();
            isTold = true;
            await Task.Delay(LookInterval, _time, cancellationToken);
        }
    }

    /// <summary>A request as it is asked of Chart-IMG.</summary>
    /// <param name="Name">What its picture is kept under.</param>
    /// <param name="Body">The call.</param>
    /// <param name="Freshness">How old a kept picture may be.</param>
    /// <param name="Steps">Told what happens.</param>
    private readonly record struct Asked(string Name, ChartImgBody Body, TimeSpan Freshness, ChartImgSteps Steps);
}
