using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads single arguments out of one JSON object and collects every fault, so that all can be told at
/// once.</summary>
internal sealed class ArgumentReader
{
    private const int FaultsInMessage = 5;
    private const int MaximumFaults = 50;

    private readonly JsonElement _arguments;
    private readonly List<SpecFault> _faults;

    /// <summary>Reads from an object; anything else is a fault, and no arguments at all is an empty object.</summary>
    public ArgumentReader(JsonElement arguments)
        : this(arguments, [])
    {
        if (arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            Add("arguments", $"must be an object, not {ShownText.Of(arguments)}.");
    }

    private ArgumentReader(JsonElement arguments, List<SpecFault> faults)
    {
        _arguments = arguments;
        _faults = faults;
    }

    /// <summary>A reader of other arguments that say the same in more words; faults are collected in one
    /// list.</summary>
    public ArgumentReader Of(JsonElement arguments) => new(arguments, _faults);

    /// <summary>Every fault so far; readers of parts add theirs.</summary>
    public ICollection<SpecFault> Faults => _faults;

    /// <summary>Adds a fault.</summary>
    public void Add(string field, string message) => _faults.Add(new SpecFault(field, message));

    /// <summary>Adds a fault for every argument that is not known or is given twice.</summary>
    public void RefuseUnknown(string[] known)
    {
        if (_arguments.ValueKind != JsonValueKind.Object) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in _arguments.EnumerateObject())
        {
            if (_faults.Count >= MaximumFaults) return;
            string field = ShownText.AsPathPart(member.Name);
            if (!seen.Add(member.Name)) Add(field, "is given twice.");
            else if (!known.Contains(member.Name, StringComparer.Ordinal))
            {
                _faults.Add(SpecFault.WithNearest(
                    field, "is no argument of a chart.", NearestNames.Find(member.Name, known, 3)));
            }
        }
    }

    /// <summary>The value of an argument; false when it is absent.</summary>
    public bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return _arguments.ValueKind == JsonValueKind.Object && _arguments.TryGetProperty(name, out value);
    }

    /// <summary>A string; null when absent or, with a fault, when it is something else.</summary>
    public string? Text(string name)
    {
        if (!TryGet(name, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Add(name, $"must be a string, not {ShownText.Of(value)}.");
        return null;
    }

    /// <summary>One of a list of words; the fallback when absent or, with a fault, when it is none of them.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="words">What it takes; case matters.</param>
    /// <param name="fallback">The default.</param>
    /// <param name="notYet">Words that are right, but not done by this version.</param>
    public string Word(string name, string[] words, string fallback, string[]? notYet = null)
    {
        string? text = Text(name);
        if (text is null || words.Contains(text, StringComparer.Ordinal)) return text ?? fallback;
        string list = string.Join(", ", words);
        if (notYet is not null && notYet.Contains(text, StringComparer.Ordinal))
            Add(name, $"{ShownText.Of(text)} is not done by this version: leave it out, or give {list}.");
        else
        {
            _faults.Add(SpecFault.WithNearest(
                name, $"{ShownText.Of(text)} is none of {list}.", NearestNames.Find(text, words, 3)));
        }

        return fallback;
    }

    /// <summary>A whole number; null when absent or, with a fault, when it is none or outside its limits.</summary>
    public int? WholeNumber(string name, int minimum, int maximum)
    {
        if (!TryGet(name, out JsonElement value)) return null;
        // 800.0 is the whole number 800, as in JSON Schema; 1e400 reads as infinity and falls outside.
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number >= minimum && number <= maximum && number == Math.Floor(number))
            return (int)number;
        string hint = value.ValueKind == JsonValueKind.String ? " without quotes" : "";
        Add(name, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a whole number from {minimum} to {maximum}{hint}, not {ShownText.Of(value)}."));
        return null;
    }

    /// <summary>A switch; the fallback when absent or, with a fault, when it is something else.</summary>
    public bool Switch(string name, bool fallback)
    {
        if (!TryGet(name, out JsonElement value)) return fallback;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Add(name, $"must be true or false, not {ShownText.Of(value)}.");
        return fallback;
    }

    /// <summary>Ends the reading when there is a fault.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with all faults.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count == 0) return;
        IEnumerable<string> told = _faults.Take(FaultsInMessage).Select(fault => $"{fault.Field} {fault.Message}");
        string rest = _faults.Count > FaultsInMessage ? $" And {_faults.Count - FaultsInMessage} more." : "";
        throw new ChartException(new ChartError
        {
            Code = ChartErrorCode.InvalidArgument,
            Message = string.Join(' ', told) + rest,
            Faults = [.. _faults.Take(MaximumFaults).Select(fault => new FieldFault(fault.Field, fault.Message))],
            Suggestions = [.. _faults.SelectMany(fault => fault.Suggestions).Distinct().Take(10)],
        });
    }
}
