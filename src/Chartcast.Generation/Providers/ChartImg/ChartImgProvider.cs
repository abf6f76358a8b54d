using System.Net;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Lets Chart-IMG draw: TradingView's picture, checked; no numbers.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ChartImgProvider : IChartProvider
{
    /// <summary>The wire name.</summary>
    public const string WireName = "chart-img";

    private const string PictureOnly =
        "Chart-IMG gives the picture only: the bars and indicator values behind it are not known here.";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly ChartImgClient _client;
    private readonly ChartImgResilience _resilience;
    private readonly ChartImgOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Wires the provider.</summary>
    /// <param name="http">A client whose handler follows no redirects, such as <see cref="CreateHandler"/>'s, with an
    /// infinite timeout of its own.</param>
    /// <param name="options">Key, address and limits.</param>
    /// <param name="quota">What is known of the key's daily limit.</param>
    /// <param name="time">The clock of all deadlines and waits.</param>
    /// <param name="logger">Hears of every call; never of the key.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says how.</exception>
    public ChartImgProvider(
        HttpClient http, ChartImgOptions options, ChartImgQuota quota, TimeProvider time,
        ILogger<ChartImgProvider> logger)
        : this(http, options, quota, time, logger, Random.Shared.NextDouble)
    {
    }

    internal ChartImgProvider(
        HttpClient http, ChartImgOptions options, ChartImgQuota quota, TimeProvider time, ILogger logger,
        Func<double> chance)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(quota);
        IReadOnlyList<string> faults = options.Faults();
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(options));
        _client = new ChartImgClient(http, options, time, logger);
        _resilience = new ChartImgResilience(options, time, logger, chance);
        _options = options;
        _time = time;
        Quota = quota;
    }

    /// <inheritdoc/>
    public string Name => WireName;

    /// <summary>What is known of the key's daily limit.</summary>
    public ChartImgQuota Quota { get; }

    /// <summary>Whether the newest answer refused the key; false before the first.</summary>
    public bool IsKeyRefused { get; private set; }

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
    public async Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        if (Quota.Check() is { } exhausted) throw new ChartException(exhausted);
        ChartImgBody body = ChartImgRequestMap.Write(request, _time.GetUtcNow());
        var steps = new ChartImgSteps(progress, _options.MaximumAttempts);
        ChartImgReply reply = await _resilience.RunAsync(
            (attempt, token) =>
            {
                steps.Asking(attempt);
                return _client.PostAsync(body, attempt, token);
            },
            steps.Waiting,
            cancellationToken);
        IsKeyRefused = reply.Error?.Code == ChartErrorCode.UpstreamUnauthorized;
        if (reply.Image is not { } image) throw new ChartException(Final(reply));
        steps.Received(image);
        return new ChartProduct(image, Report(request, body.Warnings), null);
    }

    private ChartError Final(ChartImgReply reply)
    {
        ChartError error = reply.Error!;
        if (error.Code != ChartErrorCode.UpstreamQuotaExhausted)
            return error.RetryAfter is null ? error with { RetryAfter = reply.RetryAfter } : error;
        Quota.MarkExhausted();
        return error with { RetryAfter = Quota.ExhaustedUntil - _time.GetUtcNow() };
    }

    private ChartReport Report(ChartRequest request, IReadOnlyList<string> warnings) => new()
    {
        Symbol = request.Symbol.ToString(),
        Interval = request.Interval.ToString(),
        ChartType = request.Style.WireName(),
        Provider = WireName,
        Source = new SourceReport(
            request.Symbol.Venue, "tradingview", null, _time.GetUtcNow(), "unknown", Sample: false),
        Indicators = [.. request.Studies.Select(Report)],
        Warnings = [.. request.Warnings, PictureOnly, .. warnings],
    };

    private static IndicatorReport Report(StudySpec study)
    {
        var inputs = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            double value = study.Inputs[i].Value;
            inputs[parameter.Key] = parameter.Kind == ParameterKind.Choice
                ? new InputValue(0, parameter.Choices[(int)value])
                : new InputValue(value);
        }

        var plots = study.Listing.Outputs.ToDictionary(
            output => output.Key, _ => (double?)null, StringComparer.Ordinal);
        return new IndicatorReport(study.Listing.Name, inputs, plots);
    }
}
