using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads the symbols that studies read besides the chart's own.</summary>
internal static class StudySymbols
{
    /// <summary>Checks the symbol of a study and gives it its one spelling.</summary>
    /// <param name="study">The study as read.</param>
    /// <param name="element">What it was read from.</param>
    /// <param name="field">The path of the element.</param>
    /// <param name="faults">Receives what is wrong with the symbol.</param>
    /// <returns>The study, or null when a fault was added.</returns>
    public static StudySpec? Read(
        StudySpec study, JsonElement element, string field, ICollection<SpecFault> faults)
    {
        if (study.Symbol is null) return study;
        var inputs = study.Inputs.ToArray();
        for (int i = 0; i < inputs.Length; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            if (parameter.Kind != ParameterKind.Symbol) continue;
            string text = inputs[i].Text ?? "";
            if (!Symbol.TryParse(text, out Symbol symbol, out string? fault))
            {
                faults.Add(new SpecFault(
                    PathOf(element, field, parameter.Key), text.Length == 0 ? fault : $"{ShownText.Of(text)} {fault}"));
                return null;
            }

            inputs[i] = inputs[i] with { Text = symbol.ToString() };
        }

        return study with { Inputs = inputs };
    }

    /// <summary>The symbols of a request's studies, each once, with the field that names it first.</summary>
    public static IReadOnlyList<(Symbol Symbol, string Field)> Of(ChartRequest request)
    {
        List<(Symbol Symbol, string Field)> symbols = [];
        for (int i = 0; i < request.Studies.Count; i++)
        {
            if (request.Studies[i].Symbol is not { } text) continue;
            Symbol symbol = Symbol.Parse(text);
            if (symbols.Exists(one => one.Symbol == symbol)) continue;
            string key = request.Studies[i].Listing.Parameters
                .First(static parameter => parameter.Kind == ParameterKind.Symbol).Key;
            symbols.Add((symbol, FormattableString.Invariant($"{ChartArguments.Indicators}[{i}].{key}")));
        }

        return symbols;
    }

    // The shorthand is one text; the exact form keeps its inputs apart.
    private static string PathOf(JsonElement element, string field, string key) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("input"u8, out _) => $"{field}.input.{key}",
        JsonValueKind.Object => $"{field}.{key}",
        _ => field,
    };
}
