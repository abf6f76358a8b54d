using System.Globalization;
using System.Text.Json;

namespace Chartcast.App.ChartImgApi;

/// <summary>Finds what a path such as <c>studies[0].override.Plots Background.color</c> names in a body.</summary>
/// <remarks>Names may have dots in them, so each member is tried whose name the path goes on with.</remarks>
internal static class BodyPath
{
    /// <summary>The value at a path; null when there is none.</summary>
    public static JsonElement? Find(JsonElement element, ReadOnlySpan<char> path)
    {
        if (path.IsEmpty) return element;
        return element.ValueKind switch
        {
            JsonValueKind.Object => FindMember(element, path[0] == '.' ? path[1..] : path),
            JsonValueKind.Array => FindItem(element, path),
            _ => null,
        };
    }

    private static JsonElement? FindMember(JsonElement element, ReadOnlySpan<char> path)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name = member.Name;
            if (!path.StartsWith(name, StringComparison.Ordinal)) continue;
            ReadOnlySpan<char> rest = path[name.Length..];
            if ((rest.IsEmpty || rest[0] is '.' or '[') && Find(member.Value, rest) is { } found) return found;
        }

        return null;
    }

    private static JsonElement? FindItem(JsonElement element, ReadOnlySpan<char> path)
    {
        int end = path.IndexOf(']');
        if (path[0] != '[' || end < 0
            || !int.TryParse(path[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || index >= element.GetArrayLength())
            return null;
        return Find(element[index], path[(end + 1)..]);
    }
}
