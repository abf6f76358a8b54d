using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads how the main series looks, as Chart-IMG's <c>override.style</c> has it.</summary>
/// <remarks>Keys are flat, <c>{"candleStyle.upColor":"rgb(8,153,129)"}</c>, or grouped by style,
/// <c>{"candleStyle":{"upColor":"rgb(8,153,129)"}}</c>. Nothing is ignored: an unknown key is a fault with the nearest
/// known ones. Keys of another style than the chart's are right, and do nothing.</remarks>
public static class SeriesStyleReader
{
    /// <summary>Beyond this many faults the nearest keys are not looked for: the answer is long enough, and the search
    /// takes its time.</summary>
    private const int MostSearched = 100;

    private static readonly string Prefixes =
        string.Join(", ", SeriesStyleKeys.All.Select(static key => key.Style.KeyPrefix()).Distinct());

    /// <summary>Reads the keys.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="field">The path of the element, such as <c>override.style</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>The values by whole key, those without faults.</returns>
    public static IReadOnlyDictionary<string, StudyStyleValue> Read(
        JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return BrokenText.Guard(field, faults, () => ReadMembers(element, field, faults), []);
    }

    private static Dictionary<string, StudyStyleValue> ReadMembers(
        JsonElement element, string field, ICollection<SpecFault> faults)
    {
        var values = new Dictionary<string, StudyStyleValue>(StringComparer.Ordinal);
        ObjectMembers.Read(element, field, faults, (member, path) =>
        {
            if (member.Value.ValueKind != JsonValueKind.Object || member.Name.Contains('.', StringComparison.Ordinal))
            {
                ReadOne(member.Name, member.Value, path, values, faults);
                return;
            }

            ObjectMembers.Read(member.Value, path, faults, (inner, innerPath) =>
                ReadOne($"{member.Name}.{inner.Name}", inner.Value, innerPath, values, faults));
        });
        return values;
    }

    private static void ReadOne(
        string name, JsonElement value, string path, Dictionary<string, StudyStyleValue> values,
        ICollection<SpecFault> faults)
    {
        if (!SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key))
        {
            faults.Add(Unknown(name, path, faults.Count < MostSearched));
            return;
        }

        string? wanted = StyleValueReader.Read(key.Kind, value, out StudyStyleValue read);
        if (wanted is not null)
            faults.Add(new SpecFault(path, $"must be {wanted}, not {ShownText.Of(value)}."));
        else if (!values.TryAdd(name, read))
            faults.Add(new SpecFault(path, "is given twice."));
    }

    private static SpecFault Unknown(string name, string path, bool isSearched)
    {
        string prefix = name.Split('.')[0];
        string[] siblings =
        [
            .. SeriesStyleKeys.All.Where(key => key.Style.KeyPrefix() == prefix).Select(key => key.Name),
        ];
        IEnumerable<string> candidates = siblings.Length > 0 ? siblings : SeriesStyleKeys.All.Select(key => key.Name);
        string known = siblings.Length > 0
            ? $"{prefix} has {string.Join(", ", siblings)}"
            : $"known are the keys of {Prefixes}";
        return SpecFault.UnknownKey(
            path, $"is no style key; {known}.", isSearched ? NearestNames.Find(name, candidates, 3) : []);
    }
}
