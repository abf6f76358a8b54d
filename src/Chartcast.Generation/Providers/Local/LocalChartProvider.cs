using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Jpeg;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Svg;
using Chartcast.Drawing.Webp;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Draws charts here, from the bars of the market-data feeds.</summary>
/// <remarks>Safe for concurrent use. The same bars and the same request make the same bytes.</remarks>
public sealed class LocalChartProvider : IChartProvider
{
    private readonly FeedChoice _feeds;
    private readonly TimeProvider _time;
    private readonly OfferedIntervals _intervals;

    /// <summary>Takes the feeds that bars are read from.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="time">The clock that measures how long the steps take.</param>
    public LocalChartProvider(FeedChoice feeds, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(time);
        _feeds = feeds;
        _time = time;
        _intervals = new OfferedIntervals(feeds);
    }

    /// <inheritdoc/>
    public string Name => "local";

    /// <inheritdoc/>
    public bool CallsOutside => false;

    /// <inheritdoc/>
    public async Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Sheet is not null)
            return await DrawSheetAsync(request, progress, cancellationToken).ConfigureAwait(false);
        progress.Report(new ChartStep(10, $"Reading bars of {request.Symbol}"));
        long started = _time.GetTimestamp();
        request = await _intervals.ResolveAsync(request, cancellationToken).ConfigureAwait(false);
        (MarketDataResult data, ChartBars bars) = await ReadBarsAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        int shown = data.Series.Count - data.FirstVisible;
        progress.Report(new ChartStep(60, $"Drawing {shown} bars, read in {ElapsedMs(started)} ms"));
        using ComposedChart chart = Compose(request, bars, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        progress.Report(new ChartStep(80, $"Encoding {FormatName(request.Format)}"));
        ChartImage image = Encode(request, chart.Scene, chart.AltText, request.Format);
        cancellationToken.ThrowIfCancellationRequested();
        return new ChartProduct(image, ReportWriter.Write(request, data, chart), bars);
    }

    /// <summary>The numbers of a chart that is not drawn: what its report, its table and its text would be.</summary>
    /// <param name="request">What to tell; looks and formats do not matter.</param>
    /// <param name="cancellationToken">Ends the reading of bars.</param>
    /// <exception cref="ChartException">There are no such bars, for a reason the caller should know.</exception>
    public async Task<ChartNumbers> ReadAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = await _intervals.ResolveAsync(request, cancellationToken).ConfigureAwait(false);
        (MarketDataResult data, ChartBars bars) = await ReadBarsAsync(request, cancellationToken).ConfigureAwait(false);
        using ComposedChart chart = Compose(request, bars, cancellationToken);
        return new ChartNumbers(
            ReportWriter.Write(request, data, chart) with { AltText = null, Axes = null },
            ChartTable.Of(request, bars, cancellationToken), chart.TextTable());
    }

    /// <summary>Draws a chart again from the bars it was made of, such as in another format.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="format">The format of the picture.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Callers hold a provider, not its type.")]
    public ChartImage Redraw(ChartRequest request, ChartBars bars, ImageFormat format)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(bars);
        // What was drawn may be coarser than what was asked for.
        request = request with { Interval = bars.Series.Interval };
        using ComposedChart chart = Compose(request, bars);
        return Encode(request, chart.Scene, chart.AltText, format);
    }

    /// <summary>The numbers of a chart as a table: a row a visible bar, a column a price and a plot.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="bars">The bars.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Callers hold a provider, not its type.")]
    public ChartTable Table(ChartRequest request, ChartBars bars)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(bars);
        return ChartTable.Of(request, bars);
    }

    /// <summary>The shape of a chart as text: sparklines of prices and plots, a line each.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="bars">The bars.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Callers hold a provider, not its type.")]
    public string TextTable(ChartRequest request, ChartBars bars)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(bars);
        using ComposedChart chart = Compose(request, bars);
        return chart.TextTable();
    }

    private async Task<ChartProduct> DrawSheetAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        (Scene scene, ChartReport report) =
            await new SheetDrawer(ComposeAsync).DrawAsync(request, progress, cancellationToken).ConfigureAwait(false);
        using Scene disposed = scene;
        progress.Report(new ChartStep(90, $"Encoding {FormatName(request.Format)}"));
        return new ChartProduct(Encode(request, scene, report.AltText!, request.Format), report, null);
    }

    private async Task<(MarketDataResult Data, ComposedChart Chart)> ComposeAsync(
        ChartRequest request, CancellationToken cancellationToken)
    {
        (MarketDataResult data, ChartBars bars) = await ReadBarsAsync(request, cancellationToken).ConfigureAwait(false);
        return (data, Compose(request, bars, cancellationToken));
    }

    private async Task<(MarketDataResult Data, ChartBars Bars)> ReadBarsAsync(
        ChartRequest request, CancellationToken cancellationToken)
    {
        MarketDataQuery query = await QueryOfAsync(request, cancellationToken).ConfigureAwait(false);
        MarketDataResult data = await _feeds.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Symbol> symbols = request.Appearance.Compared;
        var compared = new MarketDataResult[symbols.Count];
        for (int i = 0; i < compared.Length; i++)
        {
            compared[i] = await ReadComparedAsync(ComparedQuery(query, symbols[i], data), i, cancellationToken)
                .ConfigureAwait(false);
        }

        if (compared.Length > 0) data = Joined(data, symbols, compared);
        return (data, new ChartBars(
            data.Series, data.FirstVisible, data.PriceDecimals, data.Source, data.Description)
        {
            Compared =
            [
                .. compared.Select((other, i) =>
                    new ComparedSeries(symbols[i].ToString(), other.Series, other.PriceDecimals)),
            ],
        });
    }

    /// <summary>What a chart says of its bars when it shows those of other symbols too: made-up bars among them make it
    /// a chart of sample data.</summary>
    private static MarketDataResult Joined(
        MarketDataResult data, IReadOnlyList<Symbol> symbols, MarketDataResult[] compared) =>
        data with
        {
            Source = Array.Exists(compared, static other => other.Source.Sample)
                ? JoinedSource.Of([data, .. compared])
                : data.Source,
            Compared = compared,
            Warnings =
            [
                .. data.Warnings,
                .. compared.SelectMany((other, i) => other.Warnings.Select(text => $"{symbols[i]}: {text}")),
            ],
        };

    private async Task<MarketDataResult> ReadComparedAsync(
        MarketDataQuery query, int index, CancellationToken cancellationToken)
    {
        try
        {
            return await _feeds.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartException exception)
        {
            // The symbol itself is fine; what is compared with it is not.
            string field = FormattableString.Invariant($"compare[{index}]");
            throw new ChartException(exception.Error with
            {
                Message = $"{field}: {exception.Error.Message}",
                Faults = [new FieldFault(field, exception.Error.Message)],
            });
        }
    }

    /// <summary>The bars of another symbol over the time that is shown.</summary>
    private static MarketDataQuery ComparedQuery(MarketDataQuery query, Symbol symbol, MarketDataResult data) =>
        query with
        {
            Symbol = symbol,
            Count = null,
            WarmUpBars = 0,
            ShiftLeftBars = 0,
            From = DateTimeOffset.FromUnixTimeMilliseconds(data.Series.OpenTimesMs[data.FirstVisible]),
            To = DateTimeOffset.FromUnixTimeMilliseconds(data.Series.OpenTimesMs[^1]),
        };

    private async ValueTask<MarketDataQuery> QueryOfAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset? from = request.From;
        if (request.Range is { } range)
        {
            DateTimeOffset newest = await _intervals.NewestAsync(request, cancellationToken).ConfigureAwait(false);
            from = ChartRange.StartOf(range, newest, Zone(request));
        }

        // A range that begins somewhere is shown whole; otherwise as many bars as look good.
        int? count = request.BarCount;
        if (count is null && from is null && request.Range is null)
            count = ChartComposer.DefaultBarCount(request.WidthPx, request.Style);
        return new MarketDataQuery(
            request.Symbol, request.Interval, count, ChartComposer.WarmUpBars(request.Studies, request.Interval), from,
            request.To)
        {
            AssumedZone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId),
            Session = request.Session,
            ShiftLeftBars = request.Appearance.ShiftLeftBars,
        };
    }

    // Daily and longer bars are dates, kept as midnight UTC.
    private static TimeZoneInfo Zone(ChartRequest request) =>
        request.Interval.IsIntraday ? TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId) : TimeZoneInfo.Utc;

    private static ComposedChart Compose(
        ChartRequest request, ChartBars bars, CancellationToken cancellationToken = default) => ChartComposer.Compose(
        new ChartSpec
        {
            Symbol = request.Symbol.ToString(),
            Interval = bars.Series.Interval,
            Description = bars.Description,
            Style = request.Style,
            WidthPx = request.WidthPx,
            HeightPx = request.HeightPx,
            PixelRatio = request.PixelRatio,
            Theme = request.Theme,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId),
            ShowVolume = request.ShowVolume,
            ShowGrid = request.ShowGrid,
            Studies = request.Studies,
            ThemeOverrides = request.Appearance.ThemeOverrides,
            SeriesOverrides = request.Appearance.SeriesOverrides,
            Scale = request.Appearance.Scale,
            Display = request.Appearance.Display,
            Drawings = request.Appearance.Drawings,
            Compared = bars.Compared,
            Watermark = request.Appearance.Watermark,
            FreeSlots = request.Appearance.ShiftRightBars,
            PriceDecimals = bars.PriceDecimals,
            FirstVisible = bars.FirstVisible,
            IsSample = bars.Source.Sample,
        },
        bars.Series, cancellationToken);

    private static ChartImage Encode(ChartRequest request, Scene scene, string altText, ImageFormat format)
    {
        byte[] bytes = format switch
        {
            ImageFormat.Svg => SvgWriter.Write(scene, $"{request.Symbol} {request.Interval}", altText),
            ImageFormat.Jpeg => JpegEncoder.Encode(scene),
            ImageFormat.Webp => WebpEncoder.Encode(scene),
            _ => PngEncoder.Encode(scene),
        };
        return new ChartImage(
            format, scene.WidthPx, scene.HeightPx, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static string FormatName(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "SVG",
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Webp => "WebP",
        _ => "PNG",
    };

    private long ElapsedMs(long started) => (long)_time.GetElapsedTime(started).TotalMilliseconds;
}
