using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The keywords of objects.</summary>
internal static class ObjectRules
{
    public static void Check(
        SchemaCheck check, JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        CheckRequired(schema, value, field, faults);
        CheckCount(schema, value, field, faults);
        var hasKnown = schema.TryGetProperty("properties"u8, out var known) && known.ValueKind == JsonValueKind.Object;
        var hasRest = schema.TryGetProperty("additionalProperties"u8, out var rest);
        foreach (var member in value.EnumerateObject())
        {
            var path = field.Length == 0 ? member.Name : $"{field}.{member.Name}";
            if (hasKnown && known.TryGetProperty(member.Name, out var own))
                check.Check(own, member.Value, path, faults);
            else if (hasRest && rest.ValueKind == JsonValueKind.False)
                SchemaCheck.Add(
                    faults, FaultText.Clean(path), "is not known here" + Suggestion(member.Name, hasKnown, known));
            else if (hasRest)
                check.Check(rest, member.Value, FaultText.Clean(path), faults);
        }
    }

    private static void CheckRequired(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (!schema.TryGetProperty("required"u8, out var required) || required.ValueKind != JsonValueKind.Array)
            return;
        foreach (var name in required.EnumerateArray())
        {
            if (name.GetString() is { } text && !value.TryGetProperty(text, out _))
                SchemaCheck.Add(faults, field.Length == 0 ? text : $"{field}.{text}", "is required");
        }
    }

    private static void CheckCount(JsonElement schema, JsonElement value, string field, List<ArgumentFault> faults)
    {
        if (SchemaNumber.TryGet(schema, "minProperties", out var least) && value.GetPropertyCount() < least)
            SchemaCheck.Add(faults, field, $"needs at least {least:0} members");
        if (SchemaNumber.TryGet(schema, "maxProperties", out var most) && value.GetPropertyCount() > most)
            SchemaCheck.Add(faults, field, $"may have at most {most:0} members");
    }

    private static string Suggestion(string name, bool hasKnown, JsonElement known)
    {
        if (!hasKnown)
            return string.Empty;
        var names = known.EnumerateObject().Select(member => member.Name).ToList();
        var nearest = NearestNames.Of(name, names, count: 1);
        return nearest.Count > 0
            ? $"; did you mean '{nearest[0]}'?"
            : names.Count is > 0 and <= 30 ? $"; known are {string.Join(", ", names)}" : string.Empty;
    }
}
