using System.Text.Json;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads colours of a chart itself, such as <c>{"background":"#101418","up":"#00C805"}</c>.</summary>
/// <remarks>Nothing is ignored: an unknown key is a fault with the nearest known ones.</remarks>
public static class ThemeOverridesReader
{
    /// <summary>Reads the colours.</summary>
    /// <param name="element">A JSON object with keys of <see cref="ThemeKeys"/>.</param>
    /// <param name="field">The path of the element, such as <c>colors</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>The colours by key, those without faults.</returns>
    public static IReadOnlyDictionary<string, Rgba> Read(
        JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return BrokenText.Guard(field, faults, () => ReadMembers(element, field, faults), []);
    }

    private static Dictionary<string, Rgba> ReadMembers(
        JsonElement element, string field, ICollection<SpecFault> faults)
    {
        var colors = new Dictionary<string, Rgba>(StringComparer.Ordinal);
        ObjectMembers.Read(element, field, faults, (member, path) =>
        {
            if (!ThemeKeys.Names.Contains(member.Name))
            {
                faults.Add(SpecFault.WithNearest(
                    path, $"is no colour of a chart, which has {string.Join(", ", ThemeKeys.Names)}.",
                    NearestNames.Find(member.Name, ThemeKeys.Names, 3)));
                return;
            }

            string? wanted = StyleValueReader.Read(StyleKind.Color, member.Value, out StudyStyleValue value);
            if (wanted is not null)
                faults.Add(new SpecFault(path, $"must be {wanted}, not {ShownText.Of(member.Value)}."));
            else if (member.Name == ThemeKeys.Background && !value.Color!.Value.IsOpaque)
                faults.Add(new SpecFault(path, $"must be opaque, not {ShownText.Of(member.Value)}."));
            else
                colors[member.Name] = value.Color!.Value;
        });
        return colors;
    }
}
