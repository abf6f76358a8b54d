using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Sheets;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Generation.Requests.Sheets;

/// <summary>Reads the arguments of <c>generate_chart_sheet</c>: those of a chart, for all charts of the sheet, and a
/// list of charts with what is their own.</summary>
public static class SheetRequestReader
{
    private const int PlaceWidthPx = 480;
    private const int PlaceHeightPx = 320;

    /// <summary>Sheets that nobody gave a size are no wider and higher than what answers hold by default.</summary>
    private const int LongestDefaultEdgePx = 1_568;

    /// <summary>Reads and checks a sheet.</summary>
    /// <param name="arguments">A JSON object from anyone.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault; those of one
    /// chart's own arguments are named <c>charts[i].…</c>.</exception>
    public static ChartRequest Read(JsonElement arguments)
    {
        try
        {
            var reader = new ArgumentReader(arguments);
            reader.RefuseUnknown(SheetArguments.All);
            SheetTileArguments[] tiles = ReadTiles(reader);
            int columns = reader.WholeNumber(SheetArguments.Columns, 1, SheetSpec.MaximumTiles)
                ?? SheetLayout.DefaultColumns(Math.Max(1, tiles.Length));
            string? title = ReadTitle(reader);
            int rows = SheetLayout.Rows(Math.Max(1, tiles.Length), columns);
            int width = ReadSize(reader, ChartArguments.Width)
                ?? Math.Min(LongestDefaultEdgePx, columns * PlaceWidthPx);
            int height = ReadSize(reader, ChartArguments.Height)
                ?? Math.Min(LongestDefaultEdgePx, SheetLayout.HeaderPx + rows * PlaceHeightPx);
            RefuseSmallPlaces(reader, tiles.Length, columns, width, height);
            _ = ChartDelivery.Read(reader);
            reader.ThrowIfFaulty();
            IReadOnlyList<PixelRect> places = SheetLayout.Places(width, height, tiles.Length, columns);
            ChartRequest[] charts = ReadCharts(reader, arguments, tiles, places);
            reader.ThrowIfFaulty();
            string json = ChartRequestReader.Canonical(arguments);
            return charts[0] with
            {
                WidthPx = width,
                HeightPx = height,
                Provider = ProviderPreference.Local,
                ArgumentsJson = json,
                Sheet = new ChartSheet(charts, columns, title ?? DefaultTitle(charts), json),
            };
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenTextError.In(arguments, exception);
        }
    }

    private static SheetTileArguments[] ReadTiles(ArgumentReader reader)
    {
        const string Remedy =
            "list the charts, such as [\"NASDAQ:AAPL\", {\"symbol\":\"NASDAQ:MSFT\",\"interval\":\"1W\"}].";
        if (!reader.TryGet(SheetArguments.Charts, out JsonElement list))
        {
            reader.Add(SheetArguments.Charts, $"is missing: {Remedy}");
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is < 1 or > SheetSpec.MaximumTiles)
        {
            reader.Add(SheetArguments.Charts, $"must be a list of 1 to {SheetSpec.MaximumTiles} charts: {Remedy}");
            return [];
        }

        return [.. list.EnumerateArray().Select((element, index) => SheetTileArguments.Read(reader, element, index))];
    }

    private static string? ReadTitle(ArgumentReader reader)
    {
        string? title = reader.Text(SheetArguments.Title);
        if (title is null) return null;
        if (string.IsNullOrWhiteSpace(title) || title.Length > SheetArguments.MaximumTitleLength)
        {
            reader.Add(SheetArguments.Title, $"must have 1 to {SheetArguments.MaximumTitleLength} characters.");
            return null;
        }

        // Control and direction marks are among what the font lacks.
        string missing = FontCoverage.MissingFrom(title, FontFace.Medium);
        if (missing.Length == 0) return title;
        reader.Add(
            SheetArguments.Title,
            $"has {ShownText.Of(missing)}, which the built-in font cannot write: leave it out.");
        return null;
    }

    private static int? ReadSize(ArgumentReader reader, string name) =>
        reader.WholeNumber(name, ChartRequest.MinimumSizePx, ChartRequest.MaximumSizePx);

    private static void RefuseSmallPlaces(ArgumentReader reader, int count, int columns, int width, int height)
    {
        if (count == 0) return;
        int rows = SheetLayout.Rows(count, columns);
        int leastWidth = columns * (ChartRequest.MinimumSizePx + SheetLayout.LinePx);
        int leastHeight = SheetLayout.HeaderPx + rows * (ChartRequest.MinimumSizePx + SheetLayout.LinePx);
        if (width < leastWidth)
            reader.Add(ChartArguments.Width, Text($"must be at least {leastWidth} for {columns} columns."));
        if (height < leastHeight)
            reader.Add(ChartArguments.Height, Text($"must be at least {leastHeight} for {rows} rows."));
    }

    private static ChartRequest[] ReadCharts(
        ArgumentReader reader, JsonElement arguments, SheetTileArguments[] tiles, IReadOnlyList<PixelRect> places)
    {
        var charts = new List<ChartRequest>(tiles.Length);
        var told = new HashSet<(string, string)>();
        for (int i = 0; i < tiles.Length; i++)
        {
            try
            {
                JsonElement merged = tiles[i].MergeWith(arguments);
                charts.Add(ChartRequestReader.Read(merged) with
                {
                    WidthPx = places[i].Width,
                    HeightPx = places[i].Height,
                    Provider = ProviderPreference.Local,
                });
            }
            catch (ChartException exception) when (exception.Error.Faults.Count > 0)
            {
                foreach (FieldFault fault in exception.Error.Faults)
                {
                    string field = tiles[i].Owns(fault.Field) ? $"{tiles[i].Path}.{fault.Field}" : fault.Field;
                    if (told.Add((field, fault.Message))) reader.Faults.Add(new SpecFault(field, fault.Message));
                }
            }
        }

        return [.. charts];
    }

    private static string DefaultTitle(ChartRequest[] charts)
    {
        string interval = charts[0].Interval.ToString();
        bool isSame = Array.TrueForAll(charts, chart => chart.Interval == charts[0].Interval);
        string noun = charts.Length == 1 ? "chart" : "charts";
        return isSame ? Text($"{charts.Length} {noun}, {interval}") : Text($"{charts.Length} {noun}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
