using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The keywords of strings.</summary>
internal static class StringRules
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    // Patterns come from this program's own schemas only, so the cache is as large as they are many.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static void Check(JsonElement schema, string value, string field, List<ArgumentFault> faults)
    {
        if (SchemaNumber.TryGet(schema, "maxLength", out var most) && Length(value) > most)
        {
            SchemaCheck.Add(faults, field, $"may have at most {most:0} characters");
            return;
        }

        if (SchemaNumber.TryGet(schema, "minLength", out var least) && Length(value) < least)
            SchemaCheck.Add(faults, field, least > 1 ? $"needs at least {least:0} characters" : "must not be empty");
        else if (schema.TryGetProperty("pattern"u8, out var pattern) && pattern.ValueKind == JsonValueKind.String
            && !Matches(pattern.GetString()!, value))
            SchemaCheck.Add(
                faults, field, $"{FaultText.Quoted(value)} does not match the pattern {pattern.GetString()}");
    }

    // Validation, section 6.3.1: lengths count code points, not UTF-16 units.
    private static int Length(string value)
    {
        var count = 0;
        foreach (var _ in value.EnumerateRunes())
            count++;
        return count;
    }

    private static bool Matches(string pattern, string value)
    {
        var regex = Patterns.GetOrAdd(
            pattern, text => new Regex(text, RegexOptions.CultureInvariant, LongestMatch));
        try
        {
            return regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
