using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.App.Options;

/// <summary>Says what an indicator takes, as JSON.</summary>
internal static class IndicatorOptionJson
{
    /// <summary>Writes one indicator as an object.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="family">The family it belongs to.</param>
    /// <param name="listing">The indicator.</param>
    /// <param name="isFull">Whether ranges, plots and style keys are told, too.</param>
    public static void Write(Utf8JsonWriter json, string family, IndicatorListing listing, bool isFull)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, IndicatorOptionText.AliasOf(listing));
        json.WriteString("name"u8, listing.Name);
        json.WriteString("family"u8, family);
        json.WriteBoolean("overlay"u8, listing.IsOverlay);
        json.WriteString("description"u8, listing.Description);
        if (isFull) WriteWords(json, "aliases", listing.Aliases);
        json.WriteStartArray("inputs"u8);
        foreach (IndicatorParameter parameter in listing.Parameters) WriteInput(json, parameter, isFull);
        json.WriteEndArray();
        WriteWords(json, "plots", listing.Outputs.Select(static output => output.Key));
        if (isFull) WriteWords(json, "styleKeys", StudyStyleKeys.Of(listing));
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, IndicatorParameter parameter, bool isFull)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, parameter.Key);
        json.WriteString("friendlyKey"u8, IndicatorOptionText.FriendlyKeyOf(parameter));
        if (isFull) json.WriteString("title"u8, parameter.Title);
        switch (parameter.Kind)
        {
            case ParameterKind.Choice:
                json.WriteString("default"u8, IndicatorOptionText.DefaultOf(parameter));
                if (isFull) WriteWords(json, "choices", parameter.Choices);
                break;
            case ParameterKind.Symbol:
                json.WriteString("default"u8, parameter.DefaultText);
                break;
            case ParameterKind.Switch:
                json.WriteBoolean("default"u8, parameter.Default != 0);
                break;
            default:
                json.WriteNumber("default"u8, parameter.Default);
                if (!isFull) break;
                json.WriteNumber("minimum"u8, parameter.Minimum);
                json.WriteNumber("maximum"u8, parameter.Maximum);
                if (parameter.ValuesFrom > parameter.Minimum) json.WriteNumber("valuesFrom"u8, parameter.ValuesFrom);
                json.WriteBoolean("whole"u8, parameter.Kind == ParameterKind.Integer);
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a list of words as a member.</summary>
    public static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (string word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
