using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests;

/// <summary>Names the argument whose text is no text: JSON allows half of a surrogate pair, Unicode does not.</summary>
internal static class BrokenTextError
{
    private const string Fault = "has a text with half of a surrogate pair; write whole characters.";

    /// <summary>The error to tell.</summary>
    /// <param name="arguments">What was given.</param>
    /// <param name="inner">What the JSON reader threw.</param>
    public static ChartException In(JsonElement arguments, InvalidOperationException inner)
    {
        string path = PathIn(arguments, "") is { Length: > 0 } found ? found : "arguments";
        return new ChartException(
            new ChartError
            {
                Code = ChartErrorCode.InvalidArgument,
                Message = $"{path} {Fault}",
                Faults = [new FieldFault(path, Fault)],
            },
            inner);
    }

    /// <summary>The path of the first broken text, or null.</summary>
    private static string? PathIn(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return IsBroken(element) ? path : null;
            case JsonValueKind.Array:
                return element.EnumerateArray()
                    .Select((item, i) => PathIn(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
                    .FirstOrDefault(static found => found is not null);
            case JsonValueKind.Object:
                return element.EnumerateObject().Select(member => PathIn(member, path))
                    .FirstOrDefault(static found => found is not null);
            default:
                return null;
        }
    }

    private static string? PathIn(JsonProperty member, string path)
    {
        try
        {
            return PathIn(member.Value, Joined(path, member.Name));
        }
        catch (InvalidOperationException)
        {
            // The name itself is broken: only what holds it can be named.
            return path;
        }
    }

    private static string Joined(string path, string name) =>
        path.Length == 0 ? ShownText.AsPathPart(name) : $"{path}.{ShownText.AsPathPart(name)}";

    private static bool IsBroken(JsonElement text)
    {
        try
        {
            return text.GetString() is null;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
