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
    private readonly TimeProvider _time;
    private readonly OfferedIntervals _intervals;
    private readonly ChartBarsReader _bars;

    /// <summary>Takes the feeds that bars are read from.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="time">The clock that measures how long the steps take.</param>
    public LocalChartProvider(FeedChoice feeds, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _intervals = new OfferedIntervals(feeds);
        _bars = new ChartBarsReader(feeds, _intervals);
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
        (MarketDataResult data, ChartBars bars) =
            await _bars.ReadAsync(request, cancellationToken).ConfigureAwait(false);
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
        (MarketDataResult data, ChartBars bars) =
            await _bars.ReadAsync(request, cancellationToken).ConfigureAwait(false);
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
        (MarketDataResult data, ChartBars bars) =
            await _bars.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return (data, Compose(request, bars, cancellationToken));
    }

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
            StudySeries = bars.StudySeries,
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
