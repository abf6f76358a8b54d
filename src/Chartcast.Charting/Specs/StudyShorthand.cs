using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads the shorthand of a study: <c>rsi</c>, <c>sma:20</c>, <c>macd(12,26,9)</c>.</summary>
internal static class StudyShorthand
{
    private const int LongestText = 100;

    /// <summary>Reads a shorthand; adds a fault when it is none.</summary>
    public static StudySpec? Read(string text, string field, ICollection<SpecFault> faults)
    {
        if (text.Length > LongestText)
        {
            faults.Add(new SpecFault(
                field, $"{ShownText.Of(text)} is no indicator: write a name such as rsi or sma:20."));
            return null;
        }

        (string name, string? values) = Split(text.Trim());
        IndicatorListing? listing = StudySpecReader.Find(name, field, faults);
        if (listing is null) return null;
        var inputs = new StudyInputs(listing, faults);
        if (values is not null) ReadValues(values, listing, inputs, field, faults);
        return new StudySpec(listing, inputs.Complete(), new StudyStyles(listing, faults).Complete(), false);
    }

    private static void ReadValues(
        string values, IndicatorListing listing, StudyInputs inputs, string field, ICollection<SpecFault> faults)
    {
        string[] parts = values.Split(',', StringSplitOptions.TrimEntries);
        int first = FirstPlace(listing, parts[0]);
        int most = listing.Parameters.Count - first;
        if (parts.Length > most)
        {
            string titles = string.Join(", ", listing.Parameters.Skip(first).Select(parameter => parameter.Title));
            faults.Add(new SpecFault(
                field,
                listing.Parameters.Count == 0
                    ? $"gives inputs, but {listing.Name} takes none."
                    : $"gives {parts.Length} inputs, but {listing.Name} takes at most {most}: "
                        + $"{titles}."));
            return;
        }

        for (int i = 0; i < parts.Length; i++) inputs.SetPositional(first + i, parts[i], field);
    }

    /// <summary>The input that the first value is for: a switch in front of the lengths is passed over unless the
    /// value is one for it.</summary>
    private static int FirstPlace(IndicatorListing listing, string value)
    {
        bool hasSwitch = listing.Parameters.Count > 1 && listing.Parameters[0].Kind == ParameterKind.Switch;
        return hasSwitch && value is not ("true" or "false") ? 1 : 0;
    }

    // An exact name may hold any sign, so brackets count only at the end and a colon only before digits.
    private static (string Name, string? Values) Split(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text[^1] == ')') return (text[..open].TrimEnd(), text[(open + 1)..^1]);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (text[..colon].TrimEnd(), text[(colon + 1)..]) : (text, null);
    }
}
