using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chartcast.App.Tests.Operations;

/// <summary>One value.</summary>
/// <param name="Name">With the ending of its family's kind, such as <c>_bucket</c>.</param>
/// <param name="Labels">In the order they were written.</param>
/// <param name="Value">The value.</param>
public sealed record Sample(string Name, IReadOnlyList<(string Name, string Value)> Labels, double Value)
{
    public string? Label(string name) => Labels.FirstOrDefault(label => label.Name == name).Value;
}

/// <summary>All values of one metric.</summary>
public sealed record Family(string Name, string Type, string Help, IReadOnlyList<Sample> Samples);

/// <summary>Reads the text format of Prometheus, version 0.0.4, and takes nothing that is not quite right.</summary>
/// <remarks>prometheus.io/docs/instrumenting/exposition_formats: one HELP and one TYPE before a metric's samples, all its
/// lines together, no series twice, a line feed at the end of each line.</remarks>
public sealed partial class Exposition
{
    private static readonly string[] Types = ["counter", "gauge", "histogram", "summary", "untyped"];

    private Exposition(IReadOnlyList<Family> families) => Families = families;

    public IReadOnlyList<Family> Families { get; }

    public IEnumerable<Sample> Samples => Families.SelectMany(family => family.Samples);

    public static Exposition Parse(string text)
    {
        if (text.Length > 0 && text[^1] != '\n') throw new FormatException("The last line has no end.");
        if (text.Contains('\r')) throw new FormatException("There is a carriage return.");
        var families = new List<Family>();
        string? name = null, type = null, help = null;
        List<Sample> samples = [];
        void End()
        {
            if (name is null) return;
            if (type is null || help is null) throw new FormatException($"{name} has no TYPE or no HELP.");
            if (families.Any(family => family.Name == name)) throw new FormatException($"{name} comes in two places.");
            var ended = new Family(name, type, help, samples);
            Check(ended);
            families.Add(ended);
            (name, type, help, samples) = (null, null, null, []);
        }

        foreach (string line in text.Split('\n').SkipLast(1).Where(line => line.Length > 0))
        {
            if (Comment().Match(line) is { Success: true } comment)
            {
                if (comment.Groups[2].Value != name || samples.Count > 0) End();
                name = comment.Groups[2].Value;
                string rest = comment.Groups[3].Value;
                if (comment.Groups[1].Value == "HELP") help = help is null ? rest : throw new FormatException($"{name} has two HELPs.");
                else type = type is null && Types.Contains(rest) ? rest : throw new FormatException($"{name}: TYPE {rest}");
                continue;
            }

            if (line[0] == '#') throw new FormatException($"A comment that says nothing: {line}");
            Sample sample = ReadSample(line);
            if (name is null || !BelongsTo(sample.Name, name, type)) throw new FormatException($"Not of {name}: {line}");
            samples.Add(sample);
        }

        End();
        return new Exposition(families);
    }

    /// <summary>The value of one series; null when it is not there. Labels that are not named may have any value, but only
    /// one series may be left.</summary>
    public double? Value(string name, params (string Name, string Value)[] labels) =>
        Samples.SingleOrDefault(sample => sample.Name == name
            && labels.All(label => sample.Label(label.Name) == label.Value))?.Value;

    private static bool BelongsTo(string sample, string family, string? type) => type == "histogram"
        ? sample == family + "_bucket" || sample == family + "_sum" || sample == family + "_count"
        : sample == family;

    private static Sample ReadSample(string line)
    {
        Match match = SampleLine().Match(line);
        if (!match.Success) throw new FormatException($"No sample: {line}");
        var labels = new List<(string, string)>();
        foreach (Match label in LabelPair().Matches(match.Groups["labels"].Value))
            labels.Add((label.Groups[1].Value, Unescape(label.Groups[2].Value)));
        if (labels.DistinctBy(label => label.Item1).Count() != labels.Count) throw new FormatException($"A label twice: {line}");
        string number = match.Groups["value"].Value;
        double value = number switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
        return new Sample(match.Groups["name"].Value, labels, value);
    }

    private static string Unescape(string text) => new StringBuilder(text)
        .Replace("\\\\", "\u0001").Replace("\\n", "\n").Replace("\\\"", "\"").Replace('\u0001', '\\').ToString();

    private static void Check(Family family)
    {
        string[] series = [.. family.Samples.Select(sample => sample.Name + string.Join(',', sample.Labels.Order()))];
        if (series.Distinct().Count() != series.Length) throw new FormatException($"{family.Name} has a series twice.");
        if (family.Type == "counter" && (!family.Name.EndsWith("_total", StringComparison.Ordinal)
            || family.Samples.Any(sample => !(sample.Value >= 0))))
            throw new FormatException($"{family.Name} is no counter.");
        if (family.Type == "histogram") CheckHistogram(family);
    }

    private static void CheckHistogram(Family family)
    {
        foreach (IGrouping<string, Sample> one in family.Samples.GroupBy(
            sample => string.Join(',', sample.Labels.Where(label => label.Name != "le").Order())))
        {
            Sample[] buckets = [.. one.Where(sample => sample.Name.EndsWith("_bucket", StringComparison.Ordinal))];
            double[] bounds = [.. buckets.Select(bucket => bucket.Label("le") is "+Inf"
                ? double.PositiveInfinity
                : double.Parse(bucket.Label("le")!, CultureInfo.InvariantCulture))];
            double[] counts = [.. buckets.Select(bucket => bucket.Value)];
            if (!bounds.SequenceEqual(bounds.Distinct().Order()) || !counts.SequenceEqual(counts.Order())
                || !double.IsPositiveInfinity(bounds[^1])
                || counts[^1] != one.Single(sample => sample.Name == family.Name + "_count").Value
                || !one.Any(sample => sample.Name == family.Name + "_sum"))
                throw new FormatException($"{family.Name} is no histogram.");
        }
    }

    [GeneratedRegex("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$")]
    private static partial Regex Comment();

    [GeneratedRegex("""
        ^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*"(,(?!\})|(?=\})))*)\})? (?<value>[-+]?(Inf|NaN|[0-9][-+.eE0-9]*))( -?[0-9]+)?$
        """)]
    private static partial Regex SampleLine();

    [GeneratedRegex("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\"")]
    private static partial Regex LabelPair();
}
