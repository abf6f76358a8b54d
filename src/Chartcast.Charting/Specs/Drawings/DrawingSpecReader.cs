using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Reads one drawing as it comes from outside, in either of two forms.</summary>
/// <remarks>
/// <para>Friendly: <c>{"type":"horizontal_line","price":120.5,"text":"Target","color":"#00FF00","lineWidth":2}</c>.
/// Inputs and overrides stand side by side; <c>color</c> sets all main colours, <c>levels</c> the coefficients of a
/// retracement.</para>
/// <para>Exact, as Chart-IMG v2 has it: <c>{"name":"Horizontal Line","input":{"price":120.5,"text":"Target"},
/// "override":{"lineColor":"rgb(0,255,0)","lineWidth":2},"zOrder":"bottom"}</c>.</para>
/// <para>Nothing is ignored: an unknown name or key is a fault with the nearest known ones.</para>
/// </remarks>
public static class DrawingSpecReader
{
    private const string NameMember = "name";
    private const string TypeMember = "type";
    private const string InputMember = "input";
    private const string OverrideMember = "override";
    private const string OrderMember = "zOrder";
    private const string Top = "top";
    private const string Bottom = "bottom";

    private static readonly string[] ExactMembers = [NameMember, InputMember, OverrideMember, OrderMember];

    /// <summary>Reads one drawing.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="field">The path of the element, such as <c>drawings[0]</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>The drawing, or null when a fault was added.</returns>
    public static DrawingSpec? Read(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(faults);
        return BrokenText.Guard(field, faults, () => ReadParts(element, field, faults), null);
    }

    private static DrawingSpec? ReadParts(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        int before = faults.Count;
        DrawingListing? listing = FindListing(element, field, faults, out bool isExact);
        if (listing is null) return null;
        var values = new DrawingValues(listing, faults);
        DrawingOrder order = isExact
            ? ReadExact(element, values, field, faults)
            : ReadFriendly(element, values, field, faults);
        values.CheckWhole(isExact ? $"{field}.{InputMember}" : field, before);
        return faults.Count == before ? values.Complete(order, isFriendly: !isExact) : null;
    }

    private static DrawingListing? FindListing(
        JsonElement element, string field, ICollection<SpecFault> faults, out bool isExact)
    {
        isExact = false;
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new SpecFault(
                field,
                "must be a drawing such as {\"type\":\"horizontal_line\",\"price\":120.5}, "
                    + $"not {ShownText.Of(element)}."));
            return null;
        }

        isExact = element.TryGetProperty(NameMember, out JsonElement name);
        if (isExact == element.TryGetProperty(TypeMember, out JsonElement type))
        {
            faults.Add(new SpecFault(
                field, "must have either \"type\" (friendly form) or \"name\" (exact form), and not both."));
            return null;
        }

        JsonElement value = isExact ? name : type;
        string path = $"{field}.{(isExact ? NameMember : TypeMember)}";
        if (value.ValueKind == JsonValueKind.String) return Find(value.GetString() ?? "", path, faults);
        faults.Add(new SpecFault(path, $"must be a string, not {ShownText.Of(value)}."));
        return null;
    }

    private static DrawingListing? Find(string name, string path, ICollection<SpecFault> faults)
    {
        if (DrawingCatalog.TryFind(name, out DrawingListing? listing)) return listing;
        faults.Add(SpecFault.WithNearest(
            path,
            $"{ShownText.Of(name)} is none of the drawings "
                + $"{string.Join(", ", DrawingCatalog.All.Select(one => one.Aliases[0]))}.",
            DrawingCatalog.Nearest(name, 3)));
        return null;
    }

    private static DrawingOrder ReadExact(
        JsonElement element, DrawingValues values, string field, ICollection<SpecFault> faults)
    {
        var order = DrawingOrder.Top;
        ObjectMembers.Read(element, field, faults, (member, path) =>
        {
            switch (member.Name)
            {
                case NameMember: break;
                case InputMember: ObjectMembers.Read(member.Value, path, faults, values.ReadInput); break;
                case OverrideMember: ObjectMembers.Read(member.Value, path, faults, values.ReadOverride); break;
                case OrderMember: order = ReadOrder(member.Value, path, faults); break;
                default:
                    faults.Add(SpecFault.UnknownKey(
                        path,
                        $"is not known; the exact form has {string.Join(", ", ExactMembers)}.",
                        NearestNames.Find(member.Name, ExactMembers, 3)));
                    break;
            }
        });
        return order;
    }

    private static DrawingOrder ReadFriendly(
        JsonElement element, DrawingValues values, string field, ICollection<SpecFault> faults)
    {
        var order = DrawingOrder.Top;
        ObjectMembers.Read(element, field, faults, (member, path) =>
        {
            if (member.Name == TypeMember) return;
            if (member.Name == OrderMember) order = ReadOrder(member.Value, path, faults);
            else values.ReadFriendly(member, path);
        });
        return order;
    }

    private static DrawingOrder ReadOrder(JsonElement value, string path, ICollection<SpecFault> faults)
    {
        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (word is not (Top or Bottom))
            faults.Add(new SpecFault(path, $"must be {Top} or {Bottom}, not {ShownText.Of(value)}.", [Top, Bottom]));
        return word == Bottom ? DrawingOrder.Bottom : DrawingOrder.Top;
    }
}
