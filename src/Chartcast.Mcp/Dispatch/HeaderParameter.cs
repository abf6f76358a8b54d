using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>An argument that a schema wants repeated in a header (<c>x-mcp-header</c>).</summary>
/// <param name="HeaderName">What follows <c>Mcp-Param-</c>.</param>
/// <param name="Path">The members that lead to it from the arguments.</param>
internal sealed record HeaderParameter(string HeaderName, IReadOnlyList<string> Path)
{
    /// <summary>The argument's value in a call's <c>params</c>; undefined when it is absent.</summary>
    public JsonElement ValueIn(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("arguments"u8, out var value))
            return default;
        foreach (var name in Path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return default;
        }

        return value;
    }

    /// <summary>Finds the marked arguments of a schema; only chains of <c>properties</c> count.</summary>
    /// <exception cref="ArgumentException">
    /// A mark is no token, not unique, or on a type that has no header form.
    /// </exception>
    public static IReadOnlyList<HeaderParameter> Of(JsonElement schema)
    {
        var found = new List<HeaderParameter>();
        Collect(schema, [], found);
        var twice = found.GroupBy(one => one.HeaderName, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? found
            : throw new ArgumentException($"x-mcp-header '{twice.Key}' marks two arguments.", nameof(schema));
    }

    private static void Collect(JsonElement schema, IReadOnlyList<string> path, List<HeaderParameter> found)
    {
        if (schema.ValueKind != JsonValueKind.Object
            || !schema.TryGetProperty("properties"u8, out var properties)
            || properties.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in properties.EnumerateObject())
        {
            IReadOnlyList<string> own = [.. path, property.Name];
            if (property.Value.ValueKind == JsonValueKind.Object
                && property.Value.TryGetProperty("x-mcp-header"u8, out var mark))
                found.Add(new HeaderParameter(RequireName(mark, property.Value), own));
            Collect(property.Value, own, found);
        }
    }

    private static string RequireName(JsonElement mark, JsonElement schema)
    {
        var name = mark.ValueKind == JsonValueKind.String ? mark.GetString()! : string.Empty;
        var isToken = name.Length > 0
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter));
        var isSimple = IncomingMessage.TextOf(schema, "type") is "string" or "integer" or "boolean";
        return isToken && isSimple
            ? name
            : throw new ArgumentException($"x-mcp-header '{name}' must be a token on a string, integer or boolean.");
    }
}
