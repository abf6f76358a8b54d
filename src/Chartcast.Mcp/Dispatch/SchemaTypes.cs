using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The keyword <c>type</c>.</summary>
internal static class SchemaTypes
{
    public static bool Matches(JsonElement type, JsonElement value)
    {
        if (type.ValueKind == JsonValueKind.String)
            return MatchesOne(type.GetString(), value);
        if (type.ValueKind != JsonValueKind.Array)
            return true;
        foreach (var one in type.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.String && MatchesOne(one.GetString(), value))
                return true;
        }

        return false;
    }

    /// <summary>The type with its article, as "must be …" goes on.</summary>
    public static string Describe(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", type.EnumerateArray().Select(one => WithArticle(one.GetString())))
            : WithArticle(type.GetString());

    private static bool MatchesOne(string? type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()),
        // Validation, section 6.1.1: 1.0 is an integer.
        "integer" => value.ValueKind == JsonValueKind.Number
            && double.IsFinite(value.GetDouble()) && double.IsInteger(value.GetDouble()),
        _ => true,
    };

    private static string WithArticle(string? type) => type switch
    {
        "object" or "array" or "integer" => "an " + type,
        "null" => "null",
        _ => "a " + type,
    };
}
