using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says indicators in the words of Chart-IMG's <c>studies</c>.</summary>
internal static class ChartImgStudies
{
    private const string VolumeName = "Volume";

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

    /// <summary>Writes one study: its name, all its inputs, and the styles that differ from its own.</summary>
    public static void Write(Utf8JsonWriter json, StudySpec study, List<string> warnings)
    {
        json.WriteStartObject();
        json.WriteString("name", study.Listing.Name);
        if (study.ForceOverlay) json.WriteBoolean("forceOverlay", true);
        if (study.Inputs.Count > 0) WriteInputs(json, study);
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

    private static void WriteInputs(Utf8JsonWriter json, StudySpec study)
    {
        json.WriteStartObject("input");
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            double value = study.Inputs[i].Value;
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
