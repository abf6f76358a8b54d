using Chartcast.Charting.Composing;
using Chartcast.Charting.Sheets;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Draws the charts of a sheet one after another; one that cannot be drawn says why at its place.</summary>
/// <param name="draw">Reads the bars of one chart and composes it.</param>
internal sealed class SheetDrawer(
    Func<ChartRequest, CancellationToken, Task<(MarketDataResult Data, ComposedChart Chart)>> draw)
{
    private const int FirstPercent = 10;
    private const int LastPercent = 85;

    /// <summary>Draws all charts.</summary>
    /// <param name="request">A request with a sheet.</param>
    /// <param name="progress">Told of each chart.</param>
    /// <param name="cancellationToken">Ends the work between and within charts.</param>
    /// <exception cref="ChartException">Not one chart could be drawn; the error is the first one's.</exception>
    public async Task<(Scene Scene, ChartReport Report)> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        ChartSheet sheet = request.Sheet!;
        int count = sheet.Charts.Count;
        var tiles = new SheetTile[count];
        var reports = new TileReport[count];
        ChartError? firstError = null;
        IReadOnlyList<PixelRect> places =
            SheetLayout.Places(request.WidthPx, request.HeightPx, count, sheet.Columns);
        for (int i = 0; i < count; i++)
        {
            ChartRequest chart = sheet.Charts[i];
            string title = $"{chart.Symbol} {chart.Interval}";
            int percent = FirstPercent + (LastPercent - FirstPercent) * i / count;
            progress.Report(new ChartStep(percent, $"Drawing chart {i + 1} of {count}: {title}"));
            (ChartReport? report, ChartError? error) = (null, null);
            try
            {
                (MarketDataResult data, ComposedChart composed) =
                    await draw(chart, cancellationToken).ConfigureAwait(false);
                tiles[i] = new SheetTile(title, composed, null);
                report = ReportWriter.Write(chart, data, composed);
            }
            catch (ChartException exception)
            {
                error = exception.Error;
                firstError ??= error;
                tiles[i] = new SheetTile(title, null, error.Message);
            }

            reports[i] = ReportOf(chart, places[i], request.PixelRatio, report, error);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (Array.TrueForAll(tiles, static tile => tile.Chart is null)) throw new ChartException(firstError!);
        var spec = new SheetSpec
        {
            WidthPx = request.WidthPx,
            HeightPx = request.HeightPx,
            PixelRatio = request.PixelRatio,
            Theme = request.Theme,
            Columns = sheet.Columns,
            Title = sheet.Title,
        };
        Scene scene = SheetComposer.Compose(spec, tiles);
        foreach (SheetTile tile in tiles) tile.Chart?.Dispose();
        return (scene, Report(request, reports));
    }

    private static TileReport ReportOf(
        ChartRequest chart, PixelRect place, int ratio, ChartReport? report, ChartError? error) => new(
        chart.Symbol.ToString(), chart.Interval.ToString(), place.Left * ratio, place.Top * ratio,
        place.Width * ratio, place.Height * ratio, report,
        error is null ? null : new TileError(error.Code.WireName(), error.Message, error.Suggestions));

    private static ChartReport Report(ChartRequest request, TileReport[] tiles)
    {
        string symbols = string.Join(", ", tiles.Select(static tile => tile.Symbol).Distinct());
        string intervals = string.Join(", ", tiles.Select(static tile => tile.Interval).Distinct());
        List<string> warnings = [];
        foreach (TileReport tile in tiles)
        {
            string name = $"{tile.Symbol} {tile.Interval}: ";
            if (tile.Error is { } error) warnings.Add($"{name}not drawn, {error.Message}");
            warnings.AddRange((tile.Chart?.Warnings ?? []).Select(warning => name + warning));
        }

        return new ChartReport
        {
            Symbol = symbols,
            Interval = intervals,
            ChartType = "sheet",
            Provider = "local",
            AltText = $"{request.Sheet!.Title}. "
                + string.Join(' ', tiles.Select(static tile => tile.Chart?.AltText ?? $"{tile.Symbol}: no chart.")),
            Charts = tiles,
            Warnings = warnings,
        };
    }
}
