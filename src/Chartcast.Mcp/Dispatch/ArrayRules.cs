using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The keywords of arrays.</summary>
internal static class ArrayRules
{
    public static void Check(
        SchemaCheck check, JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        var count = value.GetArrayLength();
        if (SchemaNumber.TryGet(schema, "minItems", out var least) && count < least)
            SchemaCheck.Add(faults, field, $"needs at least {least:0} items, not {count}");
        if (SchemaNumber.TryGet(schema, "maxItems", out var most) && count > most)
        {
            // Looking at ten thousand items only to refuse them all would be a gift to whoever sent them.
            SchemaCheck.Add(faults, field, $"may have at most {most:0} items, not {count}");
            return;
        }

        if (schema.TryGetProperty("uniqueItems"u8, out var unique) && unique.ValueKind == JsonValueKind.True)
            CheckUnique(value, field, faults);
        if (!schema.TryGetProperty("items"u8, out var items))
            return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            check.Check(items, item, $"{field}[{index++}]", faults);
    }

    private static void CheckUnique(JsonElement value, string field, List<ArgumentFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.EnumerateArray())
        {
            if (!seen.Add(item.GetRawText()))
                SchemaCheck.Add(faults, field, $"holds {FaultText.Shown(item)} twice");
        }
    }
}
