using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Checks JSON values against the part of JSON Schema 2020-12 that tools use.</summary>
/// <remarks>
/// Understood: <c>type, enum, const, required, properties, additionalProperties, minimum, maximum, exclusiveMinimum,
/// exclusiveMaximum, multipleOf, minLength, maxLength, pattern, items, minItems, maxItems, uniqueItems, minProperties,
/// maxProperties, anyOf, oneOf, allOf, not, $ref</c> into the same document, and boolean schemas. Other keywords are
/// annotations here. Nothing is ever fetched. Source: JSON Schema Core and Validation, draft 2020-12.
/// </remarks>
public static class ArgumentValidator
{
    /// <summary>Lists everything that is wrong with a value.</summary>
    /// <param name="schema">The schema; references are followed inside it only.</param>
    /// <param name="arguments">The value.</param>
    /// <returns>All faults, at most 50; empty when the value is valid.</returns>
    public static IReadOnlyList<ArgumentFault> Validate(JsonElement schema, JsonElement arguments)
    {
        var faults = new List<ArgumentFault>();
        new SchemaCheck(schema).Check(schema, arguments, string.Empty, faults);
        return faults;
    }
}
