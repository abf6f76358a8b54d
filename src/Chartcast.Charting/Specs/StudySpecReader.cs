using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads one indicator as it comes from outside, in any of three forms.</summary>
/// <remarks>
/// <para>Shorthand: <c>"rsi"</c>, <c>"sma:20"</c>, <c>"macd(12,26,9)"</c>; numbers are the inputs in the listing's
/// order.</para>
/// <para>Friendly: <c>{"type":"sma","period":20,"source":"close","color":"#FF6B6B","lineWidth":2}</c>. Colour and line
/// width are those of the indicator's main line; a channel takes them for all its lines.</para>
/// <para>Exact, as Chart-IMG v2 has it: <c>{"name":"Moving Average","input":{"length":20},
/// "override":{"Plot.color":"rgb(255,107,107)","Plot.linewidth":2},"forceOverlay":true}</c>.</para>
/// <para>Nothing is ignored: an unknown name or key is a fault with the nearest known ones.</para>
/// </remarks>
public static class StudySpecReader
{
    private const string NameMember = "name";
    private const string TypeMember = "type";
    private const string InputMember = "input";
    private const string OverrideMember = "override";
    private const string OverlayMember = "forceOverlay";

    private static readonly string[] ExactMembers = [NameMember, InputMember, OverrideMember, OverlayMember];

    /// <summary>Reads one indicator.</summary>
    /// <param name="element">A JSON string or object.</param>
    /// <param name="field">The path of the element, such as <c>indicators[0]</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>The study, or null when a fault was added.</returns>
    public static StudySpec? Read(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return BrokenText.Guard(field, faults, () => ReadForm(element, field, faults), null);
    }

    /// <summary>Finds an indicator by its exact name or a friendly type; adds a fault when there is none.</summary>
    internal static IndicatorListing? Find(string name, string field, ICollection<SpecFault> faults)
    {
        if (IndicatorCatalog.TryFind(name, out IndicatorListing? listing)) return listing;
        faults.Add(SpecFault.WithNearest(
            field, $"{ShownText.Of(name)} is no indicator this version knows.", IndicatorCatalog.Nearest(name, 3)));
        return null;
    }

    private static StudySpec? ReadForm(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        int before = faults.Count;
        StudySpec? study = element.ValueKind switch
        {
            JsonValueKind.String => StudyShorthand.Read(element.GetString() ?? "", field, faults),
            JsonValueKind.Object => ReadObject(element, field, faults),
            _ => null,
        };
        if (study is null && faults.Count == before)
        {
            faults.Add(new SpecFault(
                field,
                $"must be an indicator such as \"rsi\" or {{\"type\":\"sma\",\"period\":20}}, "
                    + $"not {ShownText.Of(element)}."));
        }

        return faults.Count == before ? study : null;
    }

    private static StudySpec? ReadObject(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        bool isExact = element.TryGetProperty(NameMember, out JsonElement name);
        bool isFriendly = element.TryGetProperty(TypeMember, out JsonElement type);
        if (isExact == isFriendly)
        {
            faults.Add(new SpecFault(
                field, "must have either \"type\" (friendly form) or \"name\" (exact form), and not both."));
            return null;
        }

        string nameField = $"{field}.{(isExact ? NameMember : TypeMember)}";
        JsonElement nameValue = isExact ? name : type;
        if (nameValue.ValueKind != JsonValueKind.String)
        {
            faults.Add(new SpecFault(nameField, $"must be a string, not {ShownText.Of(nameValue)}."));
            return null;
        }

        IndicatorListing? listing = Find(nameValue.GetString() ?? "", nameField, faults);
        if (listing is null) return null;
        return isExact ? ReadExact(element, listing, field, faults) : ReadFriendly(element, listing, field, faults);
    }

    private static StudySpec ReadExact(
        JsonElement element, IndicatorListing listing, string field, ICollection<SpecFault> faults)
    {
        var inputs = new StudyInputs(listing, faults);
        var styles = new StudyStyles(listing, faults);
        bool forceOverlay = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string path = $"{field}.{ShownText.AsPathPart(member.Name)}";
            if (!seen.Add(member.Name)) faults.Add(new SpecFault(path, "is given twice."));
            switch (member.Name)
            {
                case NameMember: break;
                case InputMember: ObjectMembers.Read(member.Value, path, faults, inputs.ReadExact); break;
                case OverrideMember: ObjectMembers.Read(member.Value, path, faults, styles.ReadExact); break;
                case OverlayMember: forceOverlay = ReadSwitch(member.Value, path, faults); break;
                default:
                    faults.Add(SpecFault.UnknownKey(
                        path,
                        $"is not known; the exact form has {string.Join(", ", ExactMembers)}.",
                        NearestNames.Find(member.Name, ExactMembers, 3)));
                    break;
            }
        }

        return new StudySpec(listing, inputs.Complete(), styles.Complete(), forceOverlay);
    }

    private static StudySpec ReadFriendly(
        JsonElement element, IndicatorListing listing, string field, ICollection<SpecFault> faults)
    {
        var inputs = new StudyInputs(listing, faults);
        var styles = new StudyStyles(listing, faults);
        bool forceOverlay = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string path = $"{field}.{ShownText.AsPathPart(member.Name)}";
            if (!seen.Add(member.Name)) faults.Add(new SpecFault(path, "is given twice."));
            if (member.Name == TypeMember) continue;
            if (member.Name == OverlayMember) forceOverlay = ReadSwitch(member.Value, path, faults);
            else if (!inputs.TryReadFriendly(member, path) && !styles.TryReadFriendly(member, path))
                faults.Add(UnknownFriendly(member.Name, listing, path));
        }

        return new StudySpec(listing, inputs.Complete(), styles.Complete(), forceOverlay);
    }

    private static SpecFault UnknownFriendly(string name, IndicatorListing listing, string path)
    {
        string[] known =
        [
            .. listing.Parameters.Select(p => p.FriendlyKeys.Count > 0 ? p.FriendlyKeys[0] : p.Key),
            StudyStyles.FriendlyColor, StudyStyles.FriendlyWidth, OverlayMember,
        ];
        IEnumerable<string> all =
            listing.Parameters.SelectMany(p => p.FriendlyKeys.Prepend(p.Key)).Concat(known).Distinct();
        return SpecFault.WithNearest(
            path,
            $"is not known; {listing.Aliases[0]} takes {string.Join(", ", known)}.",
            NearestNames.Find(name, all, 3));
    }

    private static bool ReadSwitch(JsonElement element, string path, ICollection<SpecFault> faults)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        faults.Add(new SpecFault(path, $"must be true or false, not {ShownText.Of(element)}."));
        return false;
    }
}
