using System.Text;
using System.Text.Json;

namespace Chartcast.Generation.Requests;

/// <summary>Writes JSON so that equal objects give equal text: members sorted by name, no white space.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical text of a value; numbers keep the digits they came with. Nothing at all is
    /// <c>{}</c>.</summary>
    public static string Write(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined) return "{}";
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) Write(element, writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray()) Write(item, writer);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
