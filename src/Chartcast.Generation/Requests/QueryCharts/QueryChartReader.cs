using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>Reads the query of Chart-IMG's v1 charts as a request of ours that means the same.</summary>
/// <remarks>Both are dark unless told otherwise; the advanced chart shows volume, the mini chart a line over a range.
/// Parameters that v1 does not know are left out, and told in <see cref="ChartRequest.Warnings"/>.</remarks>
public static class QueryChartReader
{
    private const string DefaultSymbol = "BINANCE:BTCUSDT";
    private const string DefaultZone = "Etc/UTC";
    private const string StudiesName = "studies";
    private const string RangeName = "range";
    private const string IntervalName = "interval";
    private const string WatermarkName = "watermark";

    /// <summary>The intervals of advanced charts.</summary>
    public static readonly IReadOnlyList<string> Intervals =
        "1m 3m 5m 15m 30m 45m 1h 2h 3h 4h 1D 1W 1M 3M 6M 1Y".Split(' ');

    /// <summary>The named ranges of advanced charts.</summary>
    public static readonly IReadOnlyList<string> Ranges = "1D 5D 1M 3M 6M YTD 1Y 5Y ALL".Split(' ');

    /// <summary>The styles of advanced charts.</summary>
    public static readonly IReadOnlyList<string> Styles =
        ["bar", "candle", "line", "area", "heikinAshi", "hollowCandle"];

    private static readonly string[] Switches = ["true", "false"];
    private static readonly string[] WatermarkSizes = ["16", "32", "64", "128"];

    /// <summary>What a mini chart calls an interval is the range it shows; small letters are the older form.</summary>
    private static readonly Dictionary<string, string> MiniRanges = new(StringComparer.Ordinal)
    {
        ["1D"] = "1D", ["1M"] = "1M", ["3M"] = "3M", ["1Y"] = "1Y", ["5Y"] = "5Y", ["ALL"] = "ALL",
        ["1d"] = "1D", ["5d"] = "5D", ["1w"] = "5D", ["all"] = "ALL",
    };

    /// <summary>Names of the parameters of both charts.</summary>
    private static readonly string[] MiniNames =
    [
        "symbol", IntervalName, "theme", "width", "height", "format", WatermarkName, "watermarkSize",
        "watermarkOpacity",
    ];

    /// <summary>Names of the parameters of the advanced chart.</summary>
    private static readonly string[] AdvancedNames =
        [.. MiniNames, StudiesName, "timezone", "style", RangeName, "logo"];

    /// <summary>The study codes that are drawn.</summary>
    public static IReadOnlyList<string> Codes => StudyCodes.Names;

    /// <summary>The arguments of a code that take one value only, since nothing else is drawn.</summary>
    /// <param name="code">One of <see cref="Codes"/>.</param>
    public static IReadOnlyList<string> FixedArguments(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return StudyCodes.Find(code) is { } found
            ? [.. found.Arguments.Where(static one => one.Key is null).Select(static one => one.Default)]
            : [];
    }

    /// <summary>Reads the query of an advanced chart.</summary>
    /// <param name="query">Values by name; the key of the caller is passed over.</param>
    /// <param name="symbol">The symbol with its exchange; null for the default.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault; its fields are
    /// parameters, such as <c>studies[1]</c>.</exception>
    public static ChartRequest ReadAdvanced(
        IReadOnlyDictionary<string, IReadOnlyList<string>> query, string? symbol)
    {
        ArgumentNullException.ThrowIfNull(query);
        var given = new QueryParameters(query);
        string? range = given.Text(RangeName) is null ? null : given.Word(RangeName, Ranges, "1D");
        string interval = given.Word(IntervalName, Intervals, "1D");
        _ = given.Word("logo", Switches, "true");
        return Read(given, AdvancedNames, range, json =>
        {
            json.WriteString(ChartArguments.Symbol, symbol ?? DefaultSymbol);
            json.WriteString(ChartArguments.Interval, interval);
            json.WriteString(ChartArguments.ChartType, given.Word("style", Styles, "candle"));
            json.WriteString(
                ChartArguments.TimeZone, given.Word("timezone", [.. ChartImgTimeZones.Names, "UTC"], DefaultZone));
            json.WriteBoolean(ChartArguments.ShowVolume, true);
            WriteCommon(json, given, 800, 600);
            json.WritePropertyName(ChartArguments.Indicators);
            return new StudyCodeWriter(given.Faults).Write(json, given.All(StudiesName));
        });
    }

    /// <summary>Reads the query of a mini chart.</summary>
    /// <param name="query">Values by name; the key of the caller is passed over.</param>
    /// <param name="symbol">The symbol with its exchange; null for the default.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault.</exception>
    public static ChartRequest ReadMini(IReadOnlyDictionary<string, IReadOnlyList<string>> query, string? symbol)
    {
        ArgumentNullException.ThrowIfNull(query);
        var given = new QueryParameters(query);
        string range = MiniRanges[given.Word(IntervalName, [.. MiniRanges.Keys], MiniArgument.Range)];
        return Read(given, MiniNames, range, json =>
        {
            json.WriteString(ChartArguments.Symbol, symbol ?? DefaultSymbol);
            json.WriteBoolean(ChartArguments.Mini, true);
            WriteCommon(json, given, MiniArgument.WidthPx, MiniArgument.HeightPx);
            return [];
        });
    }

    private static ChartRequest Read(
        QueryParameters given, string[] names, string? range, Func<Utf8JsonWriter, IReadOnlyList<int>> write)
    {
        using var buffer = new MemoryStream();
        IReadOnlyList<int> studies;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            studies = write(json);
            if (range is not null) json.WriteString(ChartArguments.Range, range);
            json.WriteString(ChartArguments.Provider, "local");
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.ToArray());
        var reader = new ArgumentReader(document.RootElement);
        ChartRequest request = ChartRequestReader.ReadWhole(reader);
        foreach (SpecFault fault in reader.Faults)
            given.Faults.Add(fault with { Field = QueryFields.Of(fault.Field, studies) });
        QueryFields.ThrowIfFaulty(given.Faults);
        request = request with { ArgumentsJson = given.ToJson(names), Warnings = given.Unknown(names) };
        return range is null
            ? request
            : request with { Interval = RangeIntervals.Of(range), TakesCoarserBars = true };
    }

    private static void WriteCommon(Utf8JsonWriter json, QueryParameters given, int widthPx, int heightPx)
    {
        const int MinimumWidthPx = 320;
        const int MinimumHeightPx = 220;
        json.WriteString(ChartArguments.Theme, given.Word("theme", ["light", "dark"], "dark"));
        json.WriteNumber(
            ChartArguments.Width, given.Whole("width", MinimumWidthPx, ChartRequest.MaximumSizePx, widthPx));
        json.WriteNumber(
            ChartArguments.Height, given.Whole("height", MinimumHeightPx, ChartRequest.MaximumSizePx, heightPx));
        json.WriteString(ChartArguments.Format, given.Word("format", ["png", "jpeg"], "png"));
        string size = given.Word("watermarkSize", WatermarkSizes, WatermarkSizes[0]);
        double opacity = given.Number("watermarkOpacity", WatermarkSpec.MinimumOpacity, 1, 1);
        if (given.Text(WatermarkName) is not { Length: > 0 } text) return;
        json.WriteStartObject(ChartArguments.Watermark);
        json.WriteString("text", text);
        json.WriteNumber("size", int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
    }
}
