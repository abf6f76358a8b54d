using System.Globalization;
using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads a watermark: its text alone, or <c>{"text":"…","size":48,"opacity":0.15}</c>.</summary>
public static class WatermarkReader
{
    private const string TextMember = "text";
    private const string SizeMember = "size";
    private const string OpacityMember = "opacity";

    private static readonly string[] Members = [TextMember, SizeMember, OpacityMember];

    /// <summary>Reads a watermark.</summary>
    /// <param name="element">A JSON string or object.</param>
    /// <param name="field">The path of the element, such as <c>watermark</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>The watermark, or null when a fault was added.</returns>
    public static WatermarkSpec? Read(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        int before = faults.Count;
        WatermarkSpec? read = BrokenText.Guard(field, faults, () => ReadParts(element, field, faults), null);
        return faults.Count == before ? read : null;
    }

    private static WatermarkSpec ReadParts(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        WatermarkSpec read = new("");
        if (element.ValueKind == JsonValueKind.String)
        {
            read = read with { Text = ReadText(element, field, faults) };
        }
        else
        {
            if (element.ValueKind == JsonValueKind.Object && !element.TryGetProperty(TextMember, out _))
                faults.Add(new SpecFault($"{field}.{TextMember}", "is needed."));
            ObjectMembers.Read(
                element, field, faults, (member, path) => read = Apply(read, member, path, faults));
        }

        return read;
    }

    private static WatermarkSpec Apply(
        WatermarkSpec read, JsonProperty member, string path, ICollection<SpecFault> faults)
    {
        switch (member.Name)
        {
            case TextMember:
                return read with { Text = ReadText(member.Value, path, faults) };
            case SizeMember:
                return read with
                {
                    SizePx = ReadNumber(
                        member.Value, path, WatermarkSpec.MinimumSizePx, WatermarkSpec.MaximumSizePx, faults),
                };
            case OpacityMember:
                return read with { Opacity = ReadNumber(member.Value, path, WatermarkSpec.MinimumOpacity, 1, faults) };
            default:
                faults.Add(SpecFault.WithNearest(
                    path, $"is not known; a watermark has {string.Join(", ", Members)}.",
                    NearestNames.Find(member.Name, Members, 3)));
                return read;
        }
    }

    private static string ReadText(JsonElement element, string path, ICollection<SpecFault> faults)
    {
        string? text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        if (WatermarkSpec.FaultOf(text) is not { } fault) return text!;
        faults.Add(new SpecFault(path, $"{fault}."));
        return "";
    }

    private static double ReadNumber(
        JsonElement element, string path, double minimum, double maximum, ICollection<SpecFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number)
            && number >= minimum && number <= maximum)
            return number;
        faults.Add(new SpecFault(path, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a number from {minimum} to {maximum}, not {ShownText.Of(element)}.")));
        return maximum;
    }
}
