using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Documented;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>What Chart-IMG refuses although the local engine could draw it: formats, chart types, themes, zones,
/// studies and drawings that v2 does not have, and colours in other spellings.</summary>
/// <remarks>Only values that are wrong for v2 alone are looked for; what is wrong for everybody has its fault
/// already.</remarks>
internal static class ExactBodyRules
{
    private static readonly (string Key, string[] Words)[] Words =
    [
        (BodyKeys.Style,
            ["bar", "candle", "line", "area", "heikinAshi", "hollowCandle", "baseline", "hiLo", "column"]),
        (BodyKeys.Theme, ["light", "dark"]),
        (BodyKeys.Scale, [.. ScaleModes.Names]),
        (BodyKeys.Format, ["png", "jpeg"]),
        // Some clients send the plain name; nobody has seen it refused.
        (BodyKeys.TimeZone, [.. ChartImgTimeZones.Names, "UTC"]),
    ];

    /// <summary>Adds a fault for each value that v2 refuses and that has none yet.</summary>
    /// <param name="body">The body.</param>
    /// <param name="ignored">Paths of keys that nobody knows: whatever they hold is ignored.</param>
    /// <param name="faults">Receives the faults.</param>
    public static void Check(JsonElement body, IEnumerable<string> ignored, ICollection<SpecFault> faults)
    {
        if (body.ValueKind != JsonValueKind.Object) return;
        HashSet<string> done = [.. ignored, .. faults.Select(static fault => fault.Field)];
        var check = new Checker(faults, done);
        foreach ((string key, string[] words) in Words) check.Word(body, key, words);
        check.Named(body, BodyKeys.Studies, DocumentedStudies.Has);
        check.Named(body, BodyKeys.Drawings, static name =>
            DrawingCatalog.TryFind(name, out DrawingListing? drawing) && drawing.IsOfChartImg);
        if (body.TryGetProperty(BodyKeys.Override, out JsonElement style)) check.Colors(style, BodyKeys.Override);
    }

    private sealed class Checker(ICollection<SpecFault> faults, HashSet<string> done)
    {
        public void Word(JsonElement body, string key, string[] words)
        {
            if (!body.TryGetProperty(key, out JsonElement value) || value.ValueKind != JsonValueKind.String) return;
            string text = value.GetString()!;
            if (words.Contains(text, StringComparer.Ordinal)) return;
            Add(key, "is not known to Chart-IMG.", NearestNames.Find(text, words, 3));
        }

        public void Named(JsonElement body, string key, Func<string, bool> isKnown)
        {
            if (!body.TryGetProperty(key, out JsonElement list) || list.ValueKind != JsonValueKind.Array) return;
            int index = 0;
            foreach (JsonElement item in list.EnumerateArray())
            {
                string path = FormattableString.Invariant($"{key}[{index++}]");
                if (item.ValueKind != JsonValueKind.Object) continue;
                if (item.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
                    && !isKnown(name.GetString()!))
                    Add($"{path}.name", "is not known to Chart-IMG.", []);
                if (item.TryGetProperty(BodyKeys.Override, out JsonElement style))
                    Colors(style, $"{path}.{BodyKeys.Override}");
            }
        }

        public void Colors(JsonElement element, string path)
        {
            if (element.ValueKind != JsonValueKind.Object) return;
            foreach (JsonProperty member in element.EnumerateObject())
            {
                string memberPath = $"{path}.{ShownText.AsPathPart(member.Name)}";
                if (member.Value.ValueKind == JsonValueKind.Object) Colors(member.Value, memberPath);
                else if (member.Value.ValueKind == JsonValueKind.String && BodyColors.IsColorKey(member.Name)
                    && !BodyColors.IsExact(member.Value.GetString()!))
                    Add(memberPath, "must be rgb(r,g,b), or rgba(r,g,b,a) with one decimal.", []);
            }
        }

        private void Add(string path, string message, IReadOnlyList<string> nearest)
        {
            if (done.Add(path)) faults.Add(SpecFault.WithNearest(path, message, nearest));
        }
    }
}
