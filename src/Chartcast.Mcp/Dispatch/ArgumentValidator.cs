using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Checks JSON values against the part of JSON Schema 2020-12 that tools use.</summary>
public static class ArgumentValidator
{
    /// <summary>Lists everything that is wrong with a value.</summary>
    /// <param name="schema">The schema; references are followed inside it only.</param>
    /// <param name="arguments">The value.</param>
    /// <returns>All faults, at most 50; empty when the value is valid.</returns>
    public static IReadOnlyList<ArgumentFault> Validate(JsonElement schema, JsonElement arguments) =>
        throw new NotSupportedException("Follows with the dispatch.");
}
