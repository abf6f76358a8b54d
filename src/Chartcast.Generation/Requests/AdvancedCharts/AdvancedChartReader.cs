using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Reads the body of Chart-IMG's v2 <c>advanced-chart</c> as a request of ours that means the
/// same.</summary>
/// <remarks>
/// <para>Defaults are those of v2: <c>BINANCE:BTCUSDT</c>, <c>1D</c>, light, 800×600, <c>Etc/UTC</c>, the regular
/// session, and no volume unless the study is named.</para>
/// <para>A named <c>range</c> decides the length of bars itself, see <see cref="RangeIntervals"/>; where there are no
/// such bars the nearest coarser ones are drawn. A range with <c>from</c> and <c>to</c> keeps the interval.</para>
/// <para>Keys that v2 does not know are left out, as it does, but each is told in
/// <see cref="ChartRequest.Warnings"/>. Wrong values are refused, all of them in one error with paths of the
/// body.</para>
/// </remarks>
public static class AdvancedChartReader
{
    private const int MostWarnings = 20;
    private const string DefaultFormat = "png";

    /// <summary>Reads and checks a body.</summary>
    /// <param name="body">The body, from anyone; undefined when there is none, which gives every default.</param>
    /// <param name="formatWhenUnsaid">The format when the body names none: png, svg, jpeg or webp.</param>
    /// <returns>A request for the local engine.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault; its fields are
    /// paths in the body, such as <c>studies[0].input.in_0</c>.</exception>
    public static ChartRequest Read(JsonElement body, string formatWhenUnsaid = DefaultFormat) =>
        ReadText(body, formatWhenUnsaid, isExact: false);

    /// <summary>Reads and checks a body as Chart-IMG does: what v2 does not have is refused, even where the local
    /// engine could draw it.</summary>
    /// <param name="body">The body, from anyone; undefined when there is none, which gives every default.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault; its fields are
    /// paths in the body.</exception>
    public static ChartRequest ReadExactly(JsonElement body) => ReadText(body, DefaultFormat, isExact: true);

    private static ChartRequest ReadText(JsonElement body, string format, bool isExact)
    {
        try
        {
            return ReadChecked(body, format, isExact);
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenTextError.In(body, exception);
        }
    }

    private static ChartRequest ReadChecked(JsonElement body, string format, bool isExact)
    {
        // Before anything is read, so that no body costs more than its length.
        string asked = ChartRequestReader.Canonical(body);
        var given = new ArgumentReader(body);
        List<string> warnings = UnknownKeys(body);
        byte[] arguments = new BodyTranslation(given, warnings).Write(format);
        (ChartRequest request, ICollection<SpecFault> faults, HashSet<string> unknown) =
            ReadTolerantly(arguments, warnings);
        foreach (SpecFault fault in faults) given.Faults.Add(fault with { Field = BodyKeys.PathOf(fault.Field) });
        if (isExact) ExactBodyRules.Check(body, unknown, given.Faults);
        given.ThrowIfFaulty();
        return WithInterval(request, given, warnings) with
        {
            ArgumentsJson = asked,
            Warnings = AtMost(warnings),
        };
    }

    private static List<string> UnknownKeys(JsonElement body)
    {
        List<string> warnings = [];
        if (body.ValueKind != JsonValueKind.Object) return warnings;
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (BodyKeys.All.Contains(member.Name, StringComparer.Ordinal)) continue;
            IReadOnlyList<string> near = NearestNames.Find(member.Name, BodyKeys.All, 3);
            string hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
            warnings.Add($"{ShownText.AsPathPart(member.Name)} is not known in this body and is ignored.{hint}");
        }

        return warnings;
    }

    /// <summary>Reads arguments; keys that nobody knows become warnings, and the rest is read without them.</summary>
    private static (ChartRequest Request, ICollection<SpecFault> Faults, HashSet<string> Unknown) ReadTolerantly(
        byte[] arguments, List<string> warnings)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        var reader = new ArgumentReader(document.RootElement);
        ChartRequest request = ChartRequestReader.ReadWhole(reader);
        SpecFault[] unknown = [.. reader.Faults.Where(static fault => fault.IsUnknownKey)];
        if (unknown.Length == 0) return (request, reader.Faults, []);
        foreach (SpecFault fault in unknown)
            warnings.Add($"{BodyKeys.PathOf(fault.Field)} is ignored: it {fault.Message}");
        byte[] known = PrunedJson.Write(
            document.RootElement, unknown.Select(static fault => fault.Field).ToHashSet(StringComparer.Ordinal));
        using JsonDocument pruned = JsonDocument.Parse(known);
        reader = new ArgumentReader(pruned.RootElement);
        request = ChartRequestReader.ReadWhole(reader);
        return (request, reader.Faults, [.. unknown.Select(static fault => BodyKeys.PathOf(fault.Field))]);
    }

    private static ChartRequest WithInterval(ChartRequest request, ArgumentReader given, List<string> warnings)
    {
        if (request.Range is not { } range) return request;
        BarInterval interval = RangeIntervals.Of(range);
        if (given.TryGet(BodyKeys.Interval, out _) && interval != request.Interval)
            warnings.Add($"range {range} decides the interval, {interval}; interval {request.Interval} is ignored.");
        return request with { Interval = interval, TakesCoarserBars = true };
    }

    private static List<string> AtMost(List<string> warnings)
    {
        if (warnings.Count <= MostWarnings) return warnings;
        int rest = warnings.Count - MostWarnings + 1;
        return [.. warnings.Take(MostWarnings - 1), $"{rest} more keys of the body are not known and are ignored."];
    }
}
