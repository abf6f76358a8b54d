using System.Globalization;
using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads <c>priceRange</c>: <c>from</c>, <c>to</c> or both, and <c>margin</c>.</summary>
internal static class PriceRangeReader
{
    private const string FromKey = "from";
    private const string ToKey = "to";
    private const string MarginKey = "margin";

    private static readonly string[] Names = [FromKey, ToKey, MarginKey];

    /// <summary>The range, or null when a fault was added.</summary>
    public static PriceRangeSpec? Read(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        int before = faults.Count;
        double? from = null;
        double? to = null;
        double? margin = null;
        ObjectMembers.Read(element, field, faults, (member, path) =>
        {
            switch (member.Name)
            {
                case FromKey: from = ReadNumber(member.Value, path, null, faults); break;
                case ToKey: to = ReadNumber(member.Value, path, null, faults); break;
                case MarginKey:
                    margin = ReadNumber(
                        member.Value, path, (PriceRangeSpec.MinimumMargin, PriceRangeSpec.MaximumMargin), faults);
                    break;
                default:
                    faults.Add(SpecFault.UnknownKey(
                        path, "is not known; priceRange has from, to and margin.",
                        NearestNames.Find(member.Name, Names, 3)));
                    break;
            }
        });
        if (faults.Count > before) return null;
        if (from is null && to is null)
            faults.Add(new SpecFault(field, "must have from, to or both."));
        else if (from is { } low && to is { } high && low >= high)
            faults.Add(new SpecFault($"{field}.{ToKey}", "must be greater than from."));
        return faults.Count > before
            ? null
            : new PriceRangeSpec(from, to, margin ?? PriceRangeSpec.DefaultMargin);
    }

    private static double? ReadNumber(
        JsonElement value, string path, (double Minimum, double Maximum)? limits, ICollection<SpecFault> faults)
    {
        // A number too large for a double arrives as infinity.
        bool isRight = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && double.IsFinite(number)
            && (limits is not { } range || (number >= range.Minimum && number <= range.Maximum));
        if (isRight) return value.GetDouble();
        string wanted = limits is { } allowed
            ? string.Create(CultureInfo.InvariantCulture, $"a number from {allowed.Minimum} to {allowed.Maximum}")
            : "a price";
        faults.Add(new SpecFault(path, $"must be {wanted}, not {ShownText.Of(value)}."));
        return null;
    }
}
