using System.Text.Json;

namespace Chartcast.Charting.Specs;

/// <summary>Walks the members of an object from outside.</summary>
internal static class ObjectMembers
{
    /// <summary>Hands over every member with its path; adds a fault for what is no object and for members given
    /// twice.</summary>
    public static void Read(
        JsonElement element, string path, ICollection<SpecFault> faults, Action<JsonProperty, string> read)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new SpecFault(path, $"must be an object, not {ShownText.Of(element)}."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string memberPath = $"{path}.{ShownText.AsPathPart(member.Name)}";
            if (seen.Add(member.Name)) read(member, memberPath);
            else faults.Add(new SpecFault(memberPath, "is given twice."));
        }
    }
}
