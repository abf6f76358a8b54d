using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Names = Chartcast.Generation.Requests.ChartArguments;

namespace Chartcast.Generation.Requests;

/// <summary>The JSON Schema (2020-12) of <c>generate_chart</c>'s arguments: what <see cref="ChartRequestReader"/>
/// takes.</summary>
/// <remarks>The reader is stricter in what a schema cannot say well: which inputs an indicator has, which time zones
/// exist, and arguments that exclude each other.</remarks>
public static class ChartRequestSchema
{
    /// <summary>The schema of the whole arguments object.</summary>
    public static JsonElement Arguments { get; } = Build();

    /// <summary>The schema of an object with some of the arguments.</summary>
    internal static JsonElement Only(string[] names)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in Arguments.EnumerateObject())
            {
                if (!member.NameEquals("properties"u8))
                {
                    member.WriteTo(json);
                    continue;
                }

                json.WriteStartObject("properties"u8);
                foreach (JsonProperty property in member.Value.EnumerateObject())
                {
                    if (names.Contains(property.Name, StringComparer.Ordinal)) property.WriteTo(json);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Parse(buffer);
    }

    private static JsonElement Parse(MemoryStream buffer)
    {
        using JsonDocument document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }

    private static JsonElement Build()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            var schema = new SchemaWriter(json);
            WriteChart(schema);
            WritePicture(schema);
            WriteTime(schema);
            WriteContent(schema);
            WriteDelivery(schema);
            json.WriteEndObject();
            json.WriteStartArray("required");
            json.WriteStringValue(Names.Symbol);
            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        return Parse(buffer);
    }

    private static void WriteChart(SchemaWriter schema)
    {
        schema.Text(
            Names.Symbol,
            "What to draw, as EXCHANGE:SYMBOL. FILE:<name> is a CSV file of the data folder, "
                + "DEMO:<any> is made-up sample data.",
            100,
            "NASDAQ:AAPL", "BINANCE:BTCUSDT", "DEMO:BTC");
        schema.Words(
            Names.Interval,
            "How long a bar lasts. Case matters: 1m is a minute, 1M a month.",
            BarInterval.AllNames, "1D");
        schema.Words(
            Names.ChartType, "How prices are drawn; candle is another name of candlestick.",
            ChartStyles.AcceptedNames, "candlestick");
        schema.Switch(
            Names.Mini,
            "Whether to draw the small chart of lists and pages instead: an area over range (1M when left out; "
                + $"{string.Join(" ", MiniArgument.Ranges)}), 350x220 unless told otherwise.",
            false);
    }

    private static void WritePicture(SchemaWriter schema)
    {
        schema.Number(
            Names.Width, "Width in CSS pixels.", ChartRequest.MinimumSizePx, ChartRequest.MaximumSizePx, 800);
        schema.Number(
            Names.Height, "Height in CSS pixels.", ChartRequest.MinimumSizePx, ChartRequest.MaximumSizePx, 600);
        schema.Number(
            Names.PixelRatio, "Picture pixels per CSS pixel; 2 for sharp pictures on dense screens.",
            1, Names.MaximumPixelRatio, 1);
        schema.Words(Names.Theme, "Colours of the chart.", Names.Themes, "light");
        schema.Words(
            Names.Format, "Format of the picture; svg and webp (lossless) are always drawn locally.",
            Names.Formats, "png");
        schema.Words(
            Names.Provider,
            "Who draws: auto is Chart-IMG when a key is set, else the local engine, which alone gives the numbers.",
            Names.Providers, "auto");
        schema.Switch(
            Names.AllowClamp,
            "Whether what is over the plan of the Chart-IMG key is made to fit (size, indicators), with a warning.",
            false);
        schema.TextOrObject(
            Names.Layout,
            "Chart-IMG only: the id of a shared TradingView layout to draw symbol and interval in, or an object with "
                + "id, resetZoom, zoomIn, zoomOut (1-25), moveLeft, moveRight (1-50).");
        schema.Switch(
            Names.Store,
            "Chart-IMG only: whether it also keeps the picture at a public address, which the answer tells.", false);
    }

    private static void WriteTime(SchemaWriter schema)
    {
        schema.Words(
            Names.Scale, "The price scale; left out, regular, or percent when symbols are compared.",
            ScaleModes.AcceptedNames, null);
        schema.Words(
            Names.Session,
            "Which bars of the trading day an intraday chart shows; left out, all the source has.",
            Names.Sessions, null);
        schema.Text(
            Names.TimeZone,
            "IANA name of the time zone of the labels.", 64, "America/New_York", "Europe/Berlin", "Etc/UTC");
        schema.Range();
        schema.Number(
            Names.ShiftLeft, "How many bars before the newest one the picture ends.",
            0, AppearanceArguments.MaximumShift, 0);
        schema.Number(
            Names.ShiftRight, "How many bars' room stays free at the right.", 0, AppearanceArguments.MaximumShift, 0);
        schema.Number(
            Names.Bars, "How many bars to show at most; left out, as many as fit well.", 1, Names.MaximumBars, null);
    }

    private static void WriteContent(SchemaWriter schema)
    {
        schema.Switch(Names.ShowVolume, "Whether volume is drawn.", true);
        schema.Switch(Names.ShowGrid, "Whether the grid is drawn.", true);
        schema.Indicators();
        schema.Drawings();
        schema.Symbols(
            Names.Compare, "Other symbols drawn as lines on the price pane, in percent unless scale says otherwise.",
            AppearanceArguments.MaximumCompared);
        schema.Object(
            Names.Override,
            "Details of the look, by Chart-IMG's v2 keys: showLegend, showPriceLine, showInvertScale …, priceRange "
                + "{from,to}, mainPaneHeight, scalesFontSize, style. describe_chart_options lists them.");
        schema.Object(
            Names.Colors,
            "Colours instead of the theme's, such as {\"background\":\"#101418\"}: "
                + $"{string.Join(", ", ThemeKeys.Names)}.");
        schema.TextOrObject(Names.Watermark, "A text behind the bars, or an object with text, size and opacity.");
    }

    private static void WriteDelivery(SchemaWriter schema)
    {
        schema.Words(
            Names.Delivery,
            "How the answer carries the picture: inline, as a link, both, or none (numbers only).",
            Names.Deliveries, "both");
        schema.Number(
            Names.MaxBytes,
            "Largest picture in the answer, in bytes; a larger one is drawn smaller, and the link has it in full.",
            ChartDelivery.MinimumBytes, ChartDelivery.MaximumBytes, new ChartDelivery().MaxBytes);
        schema.Number(
            Names.MaxEdgePx,
            "Longest edge of a picture in the answer, in pixels; a longer one is drawn smaller, the link has it full.",
            ChartRequest.MinimumSizePx, ChartDelivery.MaximumEdgePx, new ChartDelivery().MaxEdgePx);
        schema.Switch(
            Names.Wait, "Whether to answer when the chart is done; false answers at once with the request id.", true);
        schema.Switch(Names.DryRun, "Whether only to tell what would happen, without making a chart.", false);
    }
}
