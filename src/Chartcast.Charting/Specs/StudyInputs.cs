using System.Globalization;
using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Collects the inputs of one study: checks each against its parameter and fills in the defaults.</summary>
internal sealed class StudyInputs(IndicatorListing listing, ICollection<SpecFault> faults)
{
    private const string SymbolWanted = "must be a symbol such as NASDAQ:AAPL";

    private readonly double?[] _values = new double?[listing.Parameters.Count];
    private readonly string?[] _texts = new string?[listing.Parameters.Count];

    /// <summary>Reads one member of <c>input</c>, by the parameter's exact key.</summary>
    public void ReadExact(JsonProperty member, string path)
    {
        int index = IndexOf(parameter => parameter.Key == member.Name);
        if (index >= 0)
        {
            Set(index, member.Value, path);
            return;
        }

        string[] keys = [.. listing.Parameters.Select(parameter => parameter.Key)];
        string list = keys.Length == 0 ? "nothing" : string.Join(", ", keys);
        int meant = IndexOf(
            parameter => parameter.FriendlyKeys.Contains(member.Name, StringComparer.OrdinalIgnoreCase));
        faults.Add(SpecFault.UnknownKey(
            path,
            $"is no input of {listing.Name}, which takes {list}.",
            meant >= 0 ? [keys[meant]] : NearestNames.Find(member.Name, keys, 3)));
    }

    /// <summary>Reads a member of the friendly form when it names an input.</summary>
    /// <returns>False when the name is none of an input; nothing was read then.</returns>
    public bool TryReadFriendly(JsonProperty member, string path)
    {
        int index = IndexOf(parameter => parameter.Key == member.Name
            || parameter.FriendlyKeys.Contains(member.Name, StringComparer.OrdinalIgnoreCase));
        if (index < 0) return false;
        Set(index, member.Value, path);
        return true;
    }

    /// <summary>Sets an input by its place, as the shorthand does.</summary>
    /// <param name="index">0 for the first parameter.</param>
    /// <param name="text">The value as text.</param>
    /// <param name="path">The path of the field.</param>
    public void SetPositional(int index, string text, string path)
    {
        IndicatorParameter parameter = listing.Parameters[index];
        if (parameter.Kind == ParameterKind.Symbol) (_values[index], _texts[index]) = (0, text);
        else if (parameter.Kind == ParameterKind.Choice) _values[index] = Choose(parameter, text, path);
        else if (parameter.Kind == ParameterKind.Switch) _values[index] = Switch(parameter, text, path);
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            _values[index] = Check(parameter, number, ShownText.Of(text), path);
        else faults.Add(new SpecFault(path, $"has {ShownText.Of(text)} where {parameter.Title} must be a number."));
    }

    /// <summary>A value for every parameter, in the listing's order.</summary>
    public IReadOnlyList<IndicatorInput> Complete()
    {
        var inputs = new IndicatorInput[_values.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            IndicatorParameter parameter = listing.Parameters[i];
            string? text = parameter.Kind == ParameterKind.Symbol ? _texts[i] ?? parameter.DefaultText : null;
            inputs[i] = new IndicatorInput(parameter.Key, _values[i] ?? parameter.Default, text);
        }

        return inputs;
    }

    private int IndexOf(Func<IndicatorParameter, bool> matches)
    {
        for (int i = 0; i < listing.Parameters.Count; i++)
        {
            if (matches(listing.Parameters[i])) return i;
        }

        return -1;
    }

    private void Set(int index, JsonElement value, string path)
    {
        IndicatorParameter parameter = listing.Parameters[index];
        if (_values[index] is not null) faults.Add(new SpecFault(path, $"gives {parameter.Title} a second time."));
        _values[index] = parameter.Kind switch
        {
            ParameterKind.Choice => ReadChoice(parameter, value, path),
            ParameterKind.Switch => ReadSwitch(parameter, value, path),
            ParameterKind.Symbol => ReadSymbol(index, value, path),
            _ => ReadNumber(parameter, value, path),
        };
    }

    /// <summary>Takes any text: what symbols there are is not known here.</summary>
    private double ReadSymbol(int index, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String) _texts[index] = value.GetString();
        else faults.Add(new SpecFault(path, $"{SymbolWanted}, not {ShownText.Of(value)}."));
        return 0;
    }

    private double ReadSwitch(IndicatorParameter parameter, JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean() ? 1 : 0;
        faults.Add(new SpecFault(path, $"must be true or false, not {ShownText.Of(value)}."));
        return parameter.Default;
    }

    private double Switch(IndicatorParameter parameter, string word, string path)
    {
        if (word is "true" or "false") return word == "true" ? 1 : 0;
        faults.Add(new SpecFault(
            path, $"has {ShownText.Of(word)} where {parameter.Title} must be true or false."));
        return parameter.Default;
    }

    private double ReadChoice(IndicatorParameter parameter, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String) return Choose(parameter, value.GetString() ?? "", path);
        faults.Add(new SpecFault(
            path, $"must be one of {string.Join(", ", parameter.Choices)}, not {ShownText.Of(value)}."));
        return parameter.Default;
    }

    private double Choose(IndicatorParameter parameter, string word, string path)
    {
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            if (parameter.Choices[i] == word) return i;
        }

        if (parameter.Refused.TryGetValue(word, out string? reason))
        {
            faults.Add(new SpecFault(
                path, $"{ShownText.Of(word)} is not offered: {reason}. It is one of "
                    + $"{string.Join(", ", parameter.Choices)}."));
            return parameter.Default;
        }

        faults.Add(SpecFault.WithNearest(
            path,
            $"{ShownText.Of(word)} is none of {string.Join(", ", parameter.Choices)}.",
            NearestNames.Find(word, parameter.Choices, 3)));
        return parameter.Default;
    }

    private double ReadNumber(IndicatorParameter parameter, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number))
            return Check(parameter, number, ShownText.Of(value), path);
        faults.Add(new SpecFault(path, $"must be {Wanted(parameter)}, not {ShownText.Of(value)}."));
        return parameter.Default;
    }

    private double Check(IndicatorParameter parameter, double number, string shown, string path)
    {
        // A number too large for a double arrives as infinity.
        bool isRight = double.IsFinite(number) && number >= parameter.Minimum && number <= parameter.Maximum
            && (parameter.Kind != ParameterKind.Integer || number == Math.Floor(number));
        if (isRight) return number;
        faults.Add(new SpecFault(path, $"must be {Wanted(parameter)}, not {shown}."));
        return parameter.Default;
    }

    private static string Wanted(IndicatorParameter parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(parameter.Kind == ParameterKind.Integer ? "a whole number" : "a number")} "
        + $"from {parameter.Minimum} to {parameter.Maximum}");
}
