using System.Text.Json;
using Chartcast.Charting.Sheets;

namespace Chartcast.Generation.Requests.Sheets;

/// <summary>The JSON Schema (2020-12) of <c>generate_chart_sheet</c>'s arguments.</summary>
public static class SheetRequestSchema
{
    /// <summary>The schema of the whole arguments object.</summary>
    public static JsonElement Arguments { get; } = Build();

    private static JsonElement Build()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WriteCharts(json);
            var schema = new SchemaWriter(json);
            schema.Number(
                SheetArguments.Columns, "Charts side by side; left out, as many as suit their number.",
                1, SheetSpec.MaximumTiles, null);
            json.WriteStartObject(SheetArguments.Title);
            json.WriteString("type", "string");
            json.WriteString("description", "What stands at the top left of the sheet.");
            json.WriteNumber("minLength", 1);
            json.WriteNumber("maxLength", SheetArguments.MaximumTitleLength);
            json.WriteEndObject();
            JsonElement ofAChart = ChartRequestSchema.Arguments.GetProperty("properties"u8);
            foreach (JsonProperty property in ofAChart.EnumerateObject())
                WriteShared(json, property);
            json.WriteEndObject();
            json.WriteStartArray("required");
            json.WriteStringValue(SheetArguments.Charts);
            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }

    private static void WriteCharts(Utf8JsonWriter json)
    {
        json.WriteStartObject(SheetArguments.Charts);
        json.WriteString("type", "array");
        json.WriteString(
            "description",
            "The charts, row by row: each a symbol, or an object with symbol and what this chart alone has, such as "
                + "its own interval, range or indicators. Everything beside charts holds for all of them.");
        json.WriteNumber("minItems", 1);
        json.WriteNumber("maxItems", SheetSpec.MaximumTiles);
        json.WriteStartObject("items");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartArray("required");
        json.WriteStringValue(ChartArguments.Symbol);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("examples");
        json.WriteRawValue("""["NASDAQ:AAPL","NASDAQ:MSFT"]""");
        json.WriteRawValue(
            """[{"symbol":"BINANCE:BTCUSDT","interval":"1D"},{"symbol":"BINANCE:BTCUSDT","interval":"4h"}]""");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter json, JsonProperty property)
    {
        if (!SheetArguments.All.Contains(property.Name, StringComparer.Ordinal)) return;
        if (property.Name == ChartArguments.MaxBytes)
        {
            new SchemaWriter(json).Number(
                property.Name,
                "Largest picture in the answer, in bytes: default a quarter of a single chart's for each chart, a "
                    + "whole one at least. A larger picture is drawn smaller, and the link has it in full.",
                ChartDelivery.MinimumBytes, ChartDelivery.MaximumBytes, null);
            return;
        }

        if (property.Name is not (ChartArguments.Width or ChartArguments.Height))
        {
            property.WriteTo(json);
            return;
        }

        new SchemaWriter(json).Number(
            property.Name, $"The whole sheet's {property.Name} in CSS pixels; left out, what suits its charts.",
            ChartRequest.MinimumSizePx, ChartRequest.MaximumSizePx, null);
    }
}
