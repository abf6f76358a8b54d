using System.Diagnostics.Metrics;
using System.Text.Json;
using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores.ChartImg;
using Chartcast.Generation.Tests.Stores;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>The provider before a fake Chart-IMG, on a clock that the test moves.</summary>
internal sealed class ChartImgHarness : IAsyncDisposable
{
    /// <summary>The longest wait between attempts that these options lead to.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(9);

    /// <summary>No limit that gets into the way of tests about something else.</summary>
    private static readonly AccountLimits Generous = new()
    {
        PerSecond = 10_000,
        Burst = 10_000,
        TakesWatermark = true,
    };

    private readonly HttpClient _http;
    private readonly TemporaryDirectory _directory = new();
    private readonly ChartImgOptions _options;

    private ChartImgHarness(
        ChartImgFakeServer fake, ChartImgOptions options, AccountLimits limits, TimerWatch time)
    {
        Fake = fake;
        Time = time;
        _http = new HttpClient(ChartImgProvider.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        Ledger = new SqliteAccountLedger(_directory.Path, options.ApiKey, time);
        Account = new ChartImgAccount(Ledger, limits, time);
        Cache = new FilePictureCache(_directory.Path, 100_000_000, time);
        Provider = NewProvider(options, Meter);
        _options = options;
    }

    public FilePictureCache Cache { get; }

    public SqliteAccountLedger Ledger { get; }

    public ChartImgAccount Account { get; }

    public ChartImgFakeServer Fake { get; }

    public TimerWatch Time { get; }

    /// <summary>What the provider's instruments belong to.</summary>
    public Meter Meter { get; } = new("chart-img-harness");

    public LogCapture Log { get; } = new();

    public ChartImgProvider Provider { get; }

    /// <summary>Where ledger and cache lie.</summary>
    public string StatePath => _directory.Path;

    public List<ChartStep> Steps { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ChartImgHarness> StartAsync(
        FakeSettings? settings = null, string? key = null, AccountLimits? limits = null, string? session = null)
    {
        var time = new TimerWatch(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
        ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync(settings);
        return new ChartImgHarness(
            fake, new ChartImgOptions
            {
                ApiKey = key ?? FakeSettings.DefaultKey,
                BaseAddress = fake.Address,
                SessionId = session,
                SessionIdSign = session is null ? null : session + "-sign",
            },
            limits ?? Generous, time);
    }

    /// <summary>Draws; waits between attempts pass at once.</summary>
    public async Task<ChartProduct> DrawAsync(string arguments = """{"symbol":"NASDAQ:AAPL"}""")
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task passing = PassDelaysAsync(done.Token);
        try
        {
            return await StartDrawing(arguments);
        }
        finally
        {
            await done.CancelAsync();
            await passing;
        }
    }

    /// <summary>Another provider of the same account, as another process has one.</summary>
    public ChartImgProvider NewProvider(ChartImgOptions? options = null, Meter? meter = null) => new(
        _http, options ?? _options, Account, Cache, new FileListCache(_directory.Path, Time), Time, Log, () => 0.5, meter);

    /// <summary>Draws and expects an error.</summary>
    public async Task<ChartError> FailAsync(string arguments = """{"symbol":"NASDAQ:AAPL"}""") =>
        (await Assert.ThrowsAsync<ChartException>(() => DrawAsync(arguments))).Error;

    /// <summary>Has a provider draw what it has not.</summary>
    public static Task<ChartProduct> DrawAsync(
        IChartProvider provider, ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellation) =>
        provider.Kept(request, progress) is { } kept
            ? Task.FromResult(kept)
            : provider.DrawAsync(request, progress, cancellation);

    /// <summary>Draws on a clock that stands still.</summary>
    public Task<ChartProduct> StartDrawing(
        string arguments = """{"symbol":"NASDAQ:AAPL"}""", CancellationToken? cancellation = null)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        ChartRequest request = ChartRequestReader.Read(document.RootElement);
        return DrawAsync(Provider, request, new StepList(Steps), cancellation ?? Token);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Meter.Dispose();
        await Fake.DisposeAsync();
        Ledger.Dispose();
        _directory.Dispose();
    }

    private async Task PassDelaysAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                TimeSpan delay = await Time.NextTimerAsync(TimeSpan.FromMilliseconds(1), LongestDelay, cancellationToken);
                Time.Advance(delay);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The drawing is over.
        }
    }

    private sealed class StepList(List<ChartStep> steps) : IProgress<ChartStep>
    {
        public void Report(ChartStep value) => steps.Add(value);
    }
}
