using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>References into the same document: <c>#</c> and JSON Pointer fragments (RFC 6901).</summary>
internal static class SchemaPointer
{
    public static bool TryResolve(JsonElement root, JsonElement reference, out JsonElement target)
    {
        target = root;
        if (reference.ValueKind != JsonValueKind.String || reference.GetString() is not { } text)
            return false;
        if (text == "#")
            return true;
        if (!text.StartsWith("#/", StringComparison.Ordinal))
            return false;

        foreach (var part in text[2..].Split('/'))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            if (target.ValueKind == JsonValueKind.Object && target.TryGetProperty(name, out var member))
                target = member;
            else if (target.ValueKind == JsonValueKind.Array
                && int.TryParse(name, out var index) && index >= 0 && index < target.GetArrayLength())
                target = target[index];
            else
                return false;
        }

        return true;
    }
}
