using System.Globalization;
using System.Text;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.App.Options;

/// <summary>Says what an indicator takes, in words that a model or a person can act on.</summary>
internal static class IndicatorOptionText
{
    /// <summary>One line: alias, name, place, description, inputs with their defaults.</summary>
    public static string Line(IndicatorListing listing)
    {
        string inputs = listing.Parameters.Count == 0
            ? ""
            : $" Inputs: {string.Join(", ", listing.Parameters.Select(Short))}.";
        return $"{AliasOf(listing)} ({listing.Name}, {PlaceOf(listing)}): {listing.Description}{inputs}";
    }

    /// <summary>Everything: inputs with ranges, plots, style keys, both forms as examples.</summary>
    public static string Full(IndicatorListing listing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{listing.Name} ({PlaceOf(listing)}): {listing.Description}\n");
        text.Append(CultureInfo.InvariantCulture, $"Also called: {string.Join(", ", listing.Aliases)}\n");
        text.Append(listing.Parameters.Count == 0 ? "It takes no input.\n" : "Inputs:\n");
        foreach (IndicatorParameter parameter in listing.Parameters)
        {
            string line = $"- {NamesOf(parameter)}: {parameter.Title}, {ValuesOf(parameter)}\n";
            text.Append(line);
        }

        text.Append(CultureInfo.InvariantCulture, $"Plots: {string.Join(", ", listing.Outputs.Select(PlotOf))}\n");
        text.Append(CultureInfo.InvariantCulture, $"Style keys: {string.Join(", ", StudyStyleKeys.Of(listing))}\n");
        text.Append(CultureInfo.InvariantCulture, $"Friendly form: {Friendly(listing)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Exact form: {Exact(listing)}");
        return text.ToString();
    }

    /// <summary>The usual friendly type.</summary>
    public static string AliasOf(IndicatorListing listing) =>
        listing.Aliases.Count > 0 ? listing.Aliases[0] : listing.Name;

    /// <summary>Where it is drawn.</summary>
    public static string PlaceOf(IndicatorListing listing) => listing.IsOverlay ? "on the price" : "own pane";

    /// <summary>What values a parameter takes, and its default.</summary>
    public static string ValuesOf(IndicatorParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => $"one of {string.Join(", ", parameter.Choices)}; default {DefaultOf(parameter)}",
        ParameterKind.Switch => $"true or false; default {DefaultOf(parameter)}",
        ParameterKind.Symbol => $"a symbol or formula; default {DefaultOf(parameter)}",
        ParameterKind.Integer => $"whole number {Range(parameter)}; default {DefaultOf(parameter)}",
        _ => $"number {Range(parameter)}; default {DefaultOf(parameter)}",
    };

    /// <summary>The default as it is written in JSON, words without quotes.</summary>
    public static string DefaultOf(IndicatorParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => parameter.Choices[(int)parameter.Default],
        ParameterKind.Switch => parameter.Default == 0 ? "false" : "true",
        ParameterKind.Symbol => parameter.DefaultText,
        _ => Number(parameter.Default),
    };

    /// <summary>An example of the friendly form with every input at its default.</summary>
    public static string Friendly(IndicatorListing listing) =>
        $"{{\"type\":\"{AliasOf(listing)}\"{Members(listing, FriendlyKeyOf, ",")}}}";

    /// <summary>An example of the exact form with every input at its default.</summary>
    public static string Exact(IndicatorListing listing) => listing.Parameters.Count == 0
        ? $"{{\"name\":\"{listing.Name}\"}}"
        : $"{{\"name\":\"{listing.Name}\",\"input\":{{{Members(listing, static p => p.Key, "")}}}}}";

    /// <summary>The name of an input in the friendly form.</summary>
    public static string FriendlyKeyOf(IndicatorParameter parameter) =>
        parameter.FriendlyKeys.Count > 0 ? parameter.FriendlyKeys[0] : parameter.Key;

    private static string Members(IndicatorListing listing, Func<IndicatorParameter, string> keyOf, string lead)
    {
        var text = new StringBuilder();
        foreach (IndicatorParameter parameter in listing.Parameters)
        {
            text.Append(text.Length == 0 ? lead : ",");
            string quote = parameter.Kind is ParameterKind.Choice or ParameterKind.Symbol ? "\"" : "";
            text.Append(CultureInfo.InvariantCulture, $"\"{keyOf(parameter)}\":{quote}{DefaultOf(parameter)}{quote}");
        }

        return text.ToString();
    }

    private static string Short(IndicatorParameter parameter) =>
        $"{FriendlyKeyOf(parameter)}={DefaultOf(parameter)}";

    private static string NamesOf(IndicatorParameter parameter) => parameter.FriendlyKeys.Count == 0
        ? parameter.Key
        : $"{parameter.Key} (or {string.Join(", ", parameter.FriendlyKeys)})";

    private static string PlotOf(IndicatorOutput output) => output.IsVisible ? output.Key : $"{output.Key} (hidden)";

    private static string Range(IndicatorParameter parameter) =>
        $"{Number(parameter.Minimum)}–{Number(parameter.Maximum)}"
        + (parameter.ValuesFrom > parameter.Minimum ? $", values from {Number(parameter.ValuesFrom)} on" : "");

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
