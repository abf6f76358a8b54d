using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>Says study codes such as <c>EMA:50</c> in the exact form of our arguments.</summary>
/// <param name="faults">Receives what is wrong; fields are <c>studies[0]</c> and so on.</param>
internal sealed class StudyCodeWriter(ICollection<SpecFault> faults)
{
    /// <summary>Writes a list of studies; what is drawn anyway or has a fault is left out.</summary>
    /// <param name="json">Receives the list.</param>
    /// <param name="codes">The codes as they came.</param>
    /// <returns>For each study written, the index of its code.</returns>
    public IReadOnlyList<int> Write(Utf8JsonWriter json, IReadOnlyList<string> codes)
    {
        List<int> written = [];
        json.WriteStartArray();
        for (int i = 0; i < codes.Count; i++)
        {
            string field = string.Create(CultureInfo.InvariantCulture, $"studies[{i}]");
            if (Read(codes[i], field) is not ({ Study.Length: > 0 } code, { } values)) continue;
            Write(json, code, values);
            written.Add(i);
        }

        json.WriteEndArray();
        return written;
    }

    private (StudyCode Code, string[] Values)? Read(string text, string field)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = (colon < 0 ? text : text[..colon]).Trim().ToUpperInvariant();
        if (StudyCodes.Find(name) is not { } code)
        {
            faults.Add(SpecFault.WithNearest(
                field, $"{ShownText.Of(text)} is no study code that is drawn here.",
                NearestNames.Find(name, StudyCodes.Names, 3)));
            return null;
        }

        string[] given = colon < 0 || colon == text.Length - 1 ? [] : text[(colon + 1)..].Split(',');
        if (given.Length > code.Arguments.Length)
        {
            faults.Add(new SpecFault(field, string.Create(
                CultureInfo.InvariantCulture, $"{name} takes at most {code.Arguments.Length} arguments.")));
            return null;
        }

        string[] values = [.. code.Arguments.Select((argument, i) => ValueOf(argument, given, i))];
        int wrong = 0;
        while (wrong < values.Length && IsTaken(code.Arguments[wrong], values[wrong])) wrong++;
        if (wrong == values.Length) return (code, values);
        CodeArgument refused = code.Arguments[wrong];
        IEnumerable<string> taken = refused.Key is null ? [refused.Default, .. refused.AlsoTaken] : refused.Words.Keys;
        faults.Add(new SpecFault(
            field, $"{ShownText.Of(values[wrong])} is not drawn here; {name} takes {string.Join(" or ", taken)}."));
        return null;
    }

    private static string ValueOf(CodeArgument argument, string[] given, int index) =>
        index < given.Length && given[index].Trim() is { Length: > 0 } value ? value : argument.Default;

    private static bool IsTaken(CodeArgument argument, string value) => argument.Key is null
        ? value == argument.Default || argument.AlsoTaken.Contains(value)
        : argument.Words.Count == 0 || argument.Words.ContainsKey(value);

    private static void Write(Utf8JsonWriter json, StudyCode code, string[] values)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, code.Study);
        json.WriteStartObject("input"u8);
        for (int i = 0; i < values.Length; i++)
        {
            CodeArgument argument = code.Arguments[i];
            if (argument.Key is null) continue;
            string value = argument.Words.GetValueOrDefault(values[i], values[i]);
            foreach (string key in (string[])[argument.Key, .. argument.MoreKeys]) WriteInput(json, key, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("override"u8);
        foreach (string plot in code.HiddenPlots) json.WriteBoolean(plot + ".visible", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, string key, string value)
    {
        if (value is "true" or "false") json.WriteBoolean(key, value == "true");
        else if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            json.WriteNumber(key, number);
        else json.WriteString(key, value);
    }
}
