using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Writes JSON without some of its members.</summary>
internal static class PrunedJson
{
    /// <summary>The same value without the members at some paths.</summary>
    /// <param name="element">An object.</param>
    /// <param name="paths">Paths as the readers of arguments name them, such as
    /// <c>indicators[0].input.period</c>.</param>
    public static byte[] Write(JsonElement element, IReadOnlySet<string> paths)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) Write(json, element, "", paths);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement element, string path, IReadOnlySet<string> paths)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    string part = ShownText.AsPathPart(member.Name);
                    string memberPath = path.Length == 0 ? part : $"{path}.{part}";
                    if (paths.Contains(memberPath)) continue;
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, memberPath, paths);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray()) Write(json, item, $"{path}[{index++}]", paths);
                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
