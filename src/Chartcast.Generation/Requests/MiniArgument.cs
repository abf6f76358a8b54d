using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.Generation.Requests;

/// <summary>Reads <c>mini</c>: the small chart of lists and pages, an area over a range.</summary>
/// <remarks>It is said in full with the other arguments, so that everything behind the reader sees a chart like any
/// other.</remarks>
internal static class MiniArgument
{
    /// <summary>Width when none is given, in CSS pixels.</summary>
    public const int WidthPx = 350;

    /// <summary>Height when none is given, in CSS pixels.</summary>
    public const int HeightPx = 220;

    /// <summary>The range when none is given.</summary>
    public const string Range = "1M";

    private const string Zone = "Etc/UTC";

    /// <summary>The ranges it can show.</summary>
    public static readonly string[] Ranges = ["1D", "5D", "1M", "3M", "1Y", "5Y", "ALL"];

    /// <summary>What may stand beside it; everything else about the chart is decided by it.</summary>
    private static readonly string[] Beside =
    [
        ChartArguments.Symbol, ChartArguments.Mini, ChartArguments.Width, ChartArguments.Height,
        ChartArguments.PixelRatio, ChartArguments.Theme, ChartArguments.Range, ChartArguments.Watermark,
        ChartArguments.Colors, ChartArguments.Format, ChartArguments.Provider, ChartArguments.AllowClamp,
        ChartArguments.Store, ChartArguments.Delivery, ChartArguments.MaxBytes, ChartArguments.MaxEdgePx,
        ChartArguments.Wait, ChartArguments.DryRun,
    ];

    /// <summary>A reader of the arguments in full; the reader itself when it is not asked for.</summary>
    public static ArgumentReader Expand(ArgumentReader reader)
    {
        if (!reader.Switch(ChartArguments.Mini, false)) return reader;
        foreach (string name in ChartArguments.All)
        {
            if (!Beside.Contains(name, StringComparer.Ordinal) && reader.TryGet(name, out _))
                reader.Add(name, $"is decided by {ChartArguments.Mini}: leave one of them out.");
        }

        string range = reader.TryGet(ChartArguments.Range, out _)
            ? reader.Word(ChartArguments.Range, Ranges, Range)
            : Range;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) Write(json, reader, range);
        using JsonDocument document = JsonDocument.Parse(buffer.ToArray());
        return reader.Of(document.RootElement.Clone());
    }

    /// <summary>The request with what no argument can say.</summary>
    public static ChartRequest Complete(ChartRequest request) => request with
    {
        IsMini = true,
        Interval = RangeIntervals.Of(request.Range ?? Range),
        TakesCoarserBars = true,
    };

    private static void Write(Utf8JsonWriter json, ArgumentReader reader, string range)
    {
        json.WriteStartObject();
        foreach (string name in Beside)
        {
            if (name is ChartArguments.Range or ChartArguments.Mini) continue;
            if (!reader.TryGet(name, out JsonElement value)) continue;
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteString(ChartArguments.Range, range);
        json.WriteString(ChartArguments.ChartType, ChartStyle.Area.WireName());
        json.WriteString(ChartArguments.TimeZone, Zone);
        json.WriteBoolean(ChartArguments.ShowVolume, false);
        json.WriteBoolean(ChartArguments.ShowGrid, false);
        json.WriteStartObject(ChartArguments.Override);
        json.WriteBoolean("showSeriesOHLC", false);
        json.WriteEndObject();
        if (!reader.TryGet(ChartArguments.Width, out _)) json.WriteNumber(ChartArguments.Width, WidthPx);
        if (!reader.TryGet(ChartArguments.Height, out _)) json.WriteNumber(ChartArguments.Height, HeightPx);
        json.WriteEndObject();
    }
}
