using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>Says a study of ours as a code of v1, the other way round than <see cref="StudyCodeWriter"/>.</summary>
internal static class StudyCodeForm
{
    private const string NotThere = "cannot be told to v1 of Chart-IMG's API: leave it out, or use provider local.";

    /// <summary>Whether v1 has a code for a study.</summary>
    public static bool Has(string study) => StudyCodes.Of(study).Count > 0;

    /// <summary>The code with all its arguments, such as <c>VSTOP:20,close,2</c>.</summary>
    /// <param name="study">A study that v1 has a code for.</param>
    /// <param name="field">The study's path in the arguments, such as <c>indicators[0]</c>.</param>
    /// <param name="faults">Receives what the code has no words for.</param>
    /// <exception cref="ArgumentException">v1 has no code for it.</exception>
    public static string Write(StudySpec study, string field, ICollection<FieldFault> faults)
    {
        IReadOnlyList<StudyCode> codes = StudyCodes.Of(study.Listing.Name);
        if (codes.Count == 0) throw new ArgumentException($"v1 has no {study.Listing.Name}.", nameof(study));
        List<FieldFault>? least = null;
        foreach (StudyCode code in codes)
        {
            List<FieldFault> found = [.. StyleFaults(study, code, field), .. InputFaults(study, code, field)];
            if (found.Count == 0) return Text(study, code);
            if (least is null || found.Count < least.Count) least = found;
        }

        foreach (FieldFault fault in least!) faults.Add(fault);
        return "";
    }

    private static string Text(StudySpec study, StudyCode code)
    {
        string[] values = [.. code.Arguments.Select(argument => Argument(study, argument)!)];
        return values.Length == 0 ? code.Code : $"{code.Code}:{string.Join(',', values)}";
    }

    private static IEnumerable<FieldFault> StyleFaults(StudySpec study, StudyCode code, string field)
    {
        if (study.ForceOverlay) yield return new($"{field}.forceOverlay", NotThere);
        string[] hidden = [.. code.HiddenPlots.Select(static plot => plot + ".visible")];
        foreach (string key in study.Overrides.Keys)
        {
            if (!hidden.Contains(key, StringComparer.Ordinal)) yield return new($"{field}.override.{key}", NotThere);
        }

        foreach (string key in hidden)
        {
            if (study.Overrides.TryGetValue(key, out StudyStyleValue style) && style.Switch == false) continue;
            yield return new(
                $"{field}.override.{key}",
                $"must be false for v1 of Chart-IMG's API, whose {code.Code} does not draw it; or use provider local.");
        }
    }

    private static IEnumerable<FieldFault> InputFaults(StudySpec study, StudyCode code, string field)
    {
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            CodeArgument? argument = Array.Find(code.Arguments, one => Sets(one, parameter.Key));
            bool isSaid = argument is null
                ? study.Inputs[i].Value == parameter.Default
                : Argument(study, argument) is not null;
            if (!isSaid) yield return new($"{field}.input.{parameter.Key}", NotThere);
        }
    }

    private static bool Sets(CodeArgument argument, string key) =>
        argument.Key == key || argument.MoreKeys.Contains(key, StringComparer.Ordinal);

    // Null where one argument stands for inputs that differ, or the value has no word.
    private static string? Argument(StudySpec study, CodeArgument argument)
    {
        if (argument.Key is null) return argument.Meant;
        string?[] values = [.. ((string[])[argument.Key, .. argument.MoreKeys]).Select(key => ValueOf(study, key))];
        if (values.Distinct(StringComparer.Ordinal).Count() > 1) return null;
        return argument.Words.Count == 0
            ? values[0]
            : argument.Words.FirstOrDefault(word => word.Value == values[0]).Key;
    }

    // Files, sample data and formulas are ours.
    private static string? SymbolOf(string? text) =>
        Symbol.TryParse(text, out Symbol symbol, out _) && symbol is { IsFormula: false, LocalExchange: null }
            ? symbol.ToString()
            : null;

    private static string? ValueOf(StudySpec study, string key)
    {
        int index = study.Listing.Parameters.ToList().FindIndex(parameter => parameter.Key == key);
        IndicatorParameter parameter = study.Listing.Parameters[index];
        double value = study.Inputs[index].Value;
        return parameter.Kind switch
        {
            ParameterKind.Choice => parameter.Choices[(int)value],
            ParameterKind.Switch => value != 0 ? "true" : "false",
            ParameterKind.Symbol => SymbolOf(study.Inputs[index].Text),
            _ => ((decimal)value).ToString("0.############", CultureInfo.InvariantCulture),
        };
    }
}
