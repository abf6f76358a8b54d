using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.Providers.ChartImg.Documented;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says indicators in the words of Chart-IMG's <c>studies</c>.</summary>
internal static class ChartImgStudies
{
    private const string VolumeName = "Volume";
    private const string LeaveItOut = "leave it out, or use provider local.";

    /// <summary>Whether a study is the volume itself.</summary>
    public static bool IsVolume(StudySpec study) => study.Listing.Name == VolumeName;

    /// <summary>Writes the volume columns at the foot of the price pane.</summary>
    public static void WriteVolume(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", VolumeName);
        json.WriteBoolean("forceOverlay", true);
        json.WriteEndObject();
    }

    /// <summary>What is not documented of a study's inputs and styles.</summary>
    /// <param name="study">A study.</param>
    /// <param name="documented">The same, as documented.</param>
    /// <param name="field">Its path in the arguments, such as <c>indicators[0]</c>.</param>
    public static IEnumerable<FieldFault> Refusals(StudySpec study, DocumentedStudy documented, string field)
    {
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            double value = study.Inputs[i].Value;
            string key = $"{field}.input.{parameter.Key}";
            if (documented.Inputs.GetValueOrDefault(parameter.Key) is not { } input)
            {
                if (value != parameter.Default) yield return new(key, $"is not known there: {LeaveItOut}");
            }
            else if (!IsTaken(parameter, value, input))
                yield return new(key, $"must be {input.Taken} there, or use provider local.");
        }

        foreach (string key in study.Overrides.Keys)
        {
            if (documented.Styles.Contains(key)) continue;
            string plot = key[..(key.LastIndexOf('.') + 1)];
            string known = string.Join(", ", documented.Styles
                .Where(style => style.StartsWith(plot, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            yield return new(
                $"{field}.override.{key}", $"is not known there, where it has {known}: {LeaveItOut}");
        }
    }

    /// <summary>Writes one study without <see cref="Refusals"/>: its name, all its inputs, and the styles that differ
    /// from its own.</summary>
    public static void Write(
        Utf8JsonWriter json, StudySpec study, DocumentedStudy documented, List<string> warnings)
    {
        json.WriteStartObject();
        json.WriteString("name", study.Listing.Name);
        if (study.ForceOverlay) json.WriteBoolean("forceOverlay", true);
        if (documented.Inputs.Count > 0) WriteInputs(json, study, documented);
        if (study.Overrides.Count > 0)
        {
            json.WriteStartObject("override");
            foreach (string key in study.Overrides.Keys.Order(StringComparer.Ordinal))
                WriteStyle(json, key, study.Overrides[key], warnings);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A colour as Chart-IMG takes it: alpha with one decimal at most.</summary>
    internal static string ColorText(Rgba color, out bool isRounded)
    {
        isRounded = false;
        if (color.IsOpaque) return string.Create(CultureInfo.InvariantCulture, $"rgb({color.R},{color.G},{color.B})");
        double alpha = color.A / 255d;
        double tenths = Math.Round(alpha * 10) / 10;
        // Eight bits hold a tenth only nearly.
        isRounded = Math.Abs(alpha - tenths) > 0.5 / 255;
        return string.Create(CultureInfo.InvariantCulture, $"rgba({color.R},{color.G},{color.B},{tenths:0.#})");
    }

    private static bool IsTaken(IndicatorParameter parameter, double value, DocumentedInput input) =>
        parameter.Kind switch
        {
            ParameterKind.Choice => input.Choices.Contains(parameter.Choices[(int)value], StringComparer.Ordinal),
            ParameterKind.Switch => true,
            _ => value >= input.Minimum && value <= input.Maximum,
        };

    private static void WriteInputs(Utf8JsonWriter json, StudySpec study, DocumentedStudy documented)
    {
        json.WriteStartObject("input");
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            double value = study.Inputs[i].Value;
            if (!documented.Inputs.ContainsKey(parameter.Key)) continue;
            switch (parameter.Kind)
            {
                case ParameterKind.Choice: json.WriteString(parameter.Key, parameter.Choices[(int)value]); break;
                case ParameterKind.Integer: json.WriteNumber(parameter.Key, (long)value); break;
                case ParameterKind.Switch: json.WriteBoolean(parameter.Key, value != 0); break;
                default: json.WriteNumber(parameter.Key, value); break;
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one value of a style by its key.</summary>
    public static void WriteStyle(Utf8JsonWriter json, string key, StudyStyleValue value, List<string> warnings)
    {
        if (value.Color is { } color)
        {
            string text = ColorText(color, out bool isRounded);
            if (isRounded) warnings.Add($"Chart-IMG takes opacity in tenths: {key} {color} is sent as {text}.");
            json.WriteString(key, text);
        }
        else if (value.Number is { } number) json.WriteNumber(key, number);
        else if (value.Switch is { } isOn) json.WriteBoolean(key, isOn);
        else if (value.Word is { } word) json.WriteString(key, word);
    }
}
