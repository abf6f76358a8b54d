using System.Text.Json;
using Chartcast.Charting.Composing;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Reads the body of Chart-IMG's v2 <c>layout-chart</c> over a layout, which is itself the body of an advanced
/// chart.</summary>
/// <remarks>
/// <para>What the body says of symbol, interval, size, format and watermark wins over the layout. An interval of the
/// body sets a named range of the layout aside, since that would decide the interval.</para>
/// <para><c>zoomIn</c> and <c>zoomOut</c> show a tenth fewer or more bars a step; <c>moveLeft</c> and
/// <c>moveRight</c> move by bars. How far a step goes at Chart-IMG is not documented.</para>
/// </remarks>
public static class LayoutChartReader
{
    private const string ResetZoom = "resetZoom";
    private const string ZoomIn = "zoomIn";
    private const string ZoomOut = "zoomOut";
    private const string MoveLeft = "moveLeft";
    private const string MoveRight = "moveRight";
    private const int MostZoom = 25;
    private const int MostMoves = 50;
    private const int FewestBars = 5;
    private const double ZoomStep = 0.9;

    private static readonly string[] Overriding =
    [
        BodyKeys.Symbol, BodyKeys.Interval, BodyKeys.Width, BodyKeys.Height, BodyKeys.Format, BodyKeys.Watermark,
        BodyKeys.WatermarkSize, BodyKeys.WatermarkOpacity,
    ];

    /// <summary>Reads and checks a body over a layout.</summary>
    /// <param name="layout">The layout, the body of an advanced chart; undefined for one that says nothing.</param>
    /// <param name="body">The body, from anyone; undefined when there is none.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault of the body; or
    /// <see cref="ChartErrorCode.DataUnreadable"/> when the layout is at fault.</exception>
    public static ChartRequest Read(JsonElement layout, JsonElement body)
    {
        try
        {
            return ReadChecked(layout, body);
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenTextError.In(body, exception);
        }
    }

    private static ChartRequest ReadChecked(JsonElement layout, JsonElement body)
    {
        var given = new ArgumentReader(body);
        bool isReset = given.Switch(ResetZoom, fallback: false);
        int zoom = (given.WholeNumber(ZoomIn, 1, MostZoom) ?? 0) - (given.WholeNumber(ZoomOut, 1, MostZoom) ?? 0);
        int moves = given.WholeNumber(MoveLeft, 1, MostMoves) ?? 0;
        moves -= given.WholeNumber(MoveRight, 1, MostMoves) ?? 0;
        byte[] merged = Merge(new ArgumentReader(layout), layout, given, new View(isReset, zoom, moves));
        using JsonDocument document = JsonDocument.Parse(merged);
        ChartRequest? request = null;
        try
        {
            request = AdvancedChartReader.ReadExactly(document.RootElement);
        }
        catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.InvalidArgument)
        {
            foreach (FieldFault fault in exception.Error.Faults)
            {
                if (!Overriding.Contains(fault.Field) || !given.TryGet(fault.Field, out _)) throw OfLayout(exception);
                given.Add(fault.Field, fault.Message);
            }

            if (exception.Error.Faults.Count == 0) throw OfLayout(exception);
        }

        given.ThrowIfFaulty();
        return zoom == 0 ? request! : Zoomed(request!, zoom);
    }

    private static ChartException OfLayout(ChartException exception) => new(
        ChartErrorCode.DataUnreadable, $"The layout cannot be drawn: {exception.Error.Message}", exception);

    private static byte[] Merge(ArgumentReader layoutReader, JsonElement layout, ArgumentReader body, View view)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (layout.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in layout.EnumerateObject())
                {
                    if (IsKept(member, body, view)) member.WriteTo(json);
                }
            }

            foreach (string key in Overriding)
            {
                if (!body.TryGet(key, out JsonElement value)) continue;
                json.WritePropertyName(key);
                value.WriteTo(json);
            }

            WriteShift(json, layoutReader, view);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static bool IsKept(JsonProperty member, ArgumentReader body, View view) => member.Name switch
    {
        BodyKeys.ShiftLeft or BodyKeys.ShiftRight => false,
        BodyKeys.Range when view.IsReset => false,
        BodyKeys.Range when member.Value.ValueKind == JsonValueKind.String =>
            view.Zoom == 0 && !body.TryGet(BodyKeys.Interval, out _),
        _ => !Overriding.Contains(member.Name) || !body.TryGet(member.Name, out _),
    };

    private static void WriteShift(Utf8JsonWriter json, ArgumentReader layout, View view)
    {
        int shift = view.Moves;
        if (!view.IsReset) shift += ShiftOf(layout, BodyKeys.ShiftLeft) - ShiftOf(layout, BodyKeys.ShiftRight);
        int bars = Math.Min(Math.Abs(shift), AppearanceArguments.MaximumShift);
        if (bars > 0) json.WriteNumber(shift > 0 ? BodyKeys.ShiftLeft : BodyKeys.ShiftRight, bars);
    }

    private static int ShiftOf(ArgumentReader layout, string key) =>
        layout.WholeNumber(key, 1, AppearanceArguments.MaximumShift) ?? 0;

    private static ChartRequest Zoomed(ChartRequest request, int zoom)
    {
        double factor = Math.Pow(ZoomStep, zoom);
        if (request is { From: { } from, To: { } to })
            return request with { From = to - ((to - from) * factor) };
        double bars = (request.BarCount ?? ChartComposer.DefaultBarCount(request.WidthPx, request.Style)) * factor;
        return request with
        {
            BarCount = (int)Math.Clamp(Math.Round(bars), FewestBars, ChartArguments.MaximumBars),
        };
    }

    /// <summary>Where the reader looks.</summary>
    /// <param name="IsReset">Whether the layout's own range and shift count for nothing.</param>
    /// <param name="Zoom">Steps nearer; negative for farther.</param>
    /// <param name="Moves">Bars into the past; negative for the future.</param>
    private readonly record struct View(bool IsReset, int Zoom, int Moves);
}
