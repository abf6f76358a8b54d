using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>Reads the parameters of a query and collects every fault.</summary>
/// <param name="given">Values by name, in the order they came.</param>
internal sealed class QueryParameters(IReadOnlyDictionary<string, IReadOnlyList<string>> given)
{
    private const int LongestValue = 256;

    // The caller's, not the chart's.
    private const string KeyName = "key";

    /// <summary>Every fault so far; fields are names of parameters.</summary>
    public List<SpecFault> Faults { get; } = [];

    /// <summary>Every value of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> All(string name) => given.GetValueOrDefault(name, []);

    /// <summary>The value of a parameter; null when it is absent or, with a fault, given twice or too long.</summary>
    public string? Text(string name)
    {
        IReadOnlyList<string> values = All(name);
        if (values.Count == 0) return null;
        if (values.Count > 1) Faults.Add(new SpecFault(name, "is given more than once."));
        else if (values[0].Length > LongestValue)
        {
            Faults.Add(new SpecFault(name, string.Create(
                CultureInfo.InvariantCulture, $"is longer than {LongestValue} characters.")));
        }
        else return values[0];
        return null;
    }

    /// <summary>One of a list of words; the fallback when absent or, with a fault, when it is none of them.</summary>
    public string Word(string name, IReadOnlyList<string> words, string fallback)
    {
        string? text = Text(name);
        if (text is null || words.Contains(text, StringComparer.Ordinal)) return text ?? fallback;
        Faults.Add(SpecFault.WithNearest(
            name, $"{ShownText.Of(text)} is none of {string.Join(", ", words)}.",
            NearestNames.Find(text, words, 3)));
        return fallback;
    }

    /// <summary>A whole number; the fallback when absent or, with a fault, when it is none or too small.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="minimum">Least value.</param>
    /// <param name="maximum">Greatest value.</param>
    /// <param name="fallback">The default.</param>
    public int Whole(string name, int minimum, int maximum, int fallback)
    {
        string? text = Text(name);
        if (text is null) return fallback;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= minimum && number <= maximum)
            return (int)number;
        Faults.Add(new SpecFault(name, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a whole number from {minimum} to {maximum}, not {ShownText.Of(text)}.")));
        return fallback;
    }

    /// <summary>A number; the fallback when absent or, with a fault, when it is none or outside its limits.</summary>
    public double Number(string name, double minimum, double maximum, double fallback)
    {
        string? text = Text(name);
        if (text is null) return fallback;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number >= minimum && number <= maximum)
            return number;
        Faults.Add(new SpecFault(name, string.Create(
            CultureInfo.InvariantCulture, $"must be a number from {minimum} to {maximum}, not {ShownText.Of(text)}.")));
        return fallback;
    }

    /// <summary>A warning for each parameter beside those of a list.</summary>
    public IReadOnlyList<string> Unknown(IReadOnlyList<string> names)
    {
        const int Most = 20;
        return
        [
            .. given.Keys.Where(name => name != KeyName && !names.Contains(name, StringComparer.Ordinal)).Take(Most)
                .Select(static name => $"{ShownText.AsPathPart(name)} is no parameter of this chart and is ignored."),
        ];
    }

    /// <summary>The parameters of a list as one JSON object; others, such as a key, are left out.</summary>
    public string ToJson(IEnumerable<string> names)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (string name in names.Order(StringComparer.Ordinal))
            {
                IReadOnlyList<string> values = All(name);
                if (values.Count == 1) json.WriteString(name, values[0]);
                if (values.Count < 2) continue;
                json.WriteStartArray(name);
                foreach (string value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
