using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.Sheets;

/// <summary>What one chart of a sheet has for itself: a symbol, and anything else that is a chart's own.</summary>
internal sealed class SheetTileArguments
{
    private readonly JsonElement _own;

    private SheetTileArguments(JsonElement own, string path)
    {
        _own = own;
        Path = path;
    }

    /// <summary>Where it stands in the arguments, such as <c>charts[2]</c>.</summary>
    public string Path { get; }

    /// <summary>Reads one item of the list: a symbol, or an object of arguments.</summary>
    public static SheetTileArguments Read(ArgumentReader reader, JsonElement element, int index)
    {
        string path = $"{SheetArguments.Charts}[{index}]";
        if (element.ValueKind == JsonValueKind.Object) RefuseOthers(reader, element, path);
        else if (element.ValueKind != JsonValueKind.String)
            reader.Add(path, $"must be a symbol or an object with one, not {ShownText.Of(element)}.");
        return new SheetTileArguments(element, path);
    }

    /// <summary>Whether a fault of the merged arguments comes from here and not from what all charts share.</summary>
    public bool Owns(string field)
    {
        int end = field.AsSpan().IndexOfAny('.', '[');
        string root = end < 0 ? field : field[..end];
        return root == ChartArguments.Symbol
            || (_own.ValueKind == JsonValueKind.Object && _own.TryGetProperty(root, out _));
    }

    /// <summary>The arguments of this chart: its own, and the shared ones it has no own for.</summary>
    public JsonElement MergeWith(JsonElement shared)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (_own.ValueKind == JsonValueKind.String) json.WriteString(ChartArguments.Symbol, _own.GetString());
            else _own.EnumerateObject().ToList().ForEach(member => member.WriteTo(json));
            foreach (JsonProperty member in shared.EnumerateObject())
            {
                bool isOfCharts = ChartArguments.All.Contains(member.Name, StringComparer.Ordinal);
                if (isOfCharts && !Owns(member.Name) && !IsSizeOfTheWhole(member.Name)) member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }

    private static bool IsSizeOfTheWhole(string name) => name is ChartArguments.Width or ChartArguments.Height;

    private static void RefuseOthers(ArgumentReader reader, JsonElement element, string path)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string field = $"{path}.{ShownText.AsPathPart(member.Name)}";
            if (SheetArguments.OfTheWhole.Contains(member.Name, StringComparer.Ordinal))
                reader.Add(field, "is the same for the whole sheet: give it beside charts.");
            else if (!SheetArguments.OfAChart.Contains(member.Name, StringComparer.Ordinal))
            {
                reader.Faults.Add(SpecFault.WithNearest(
                    field, "is no argument of a chart.",
                    NearestNames.Find(member.Name, SheetArguments.OfAChart, 3)));
            }
        }
    }
}
