using System.Globalization;
using System.Text.Json;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Writes a drawing in the exact form, which <see cref="DrawingSpecReader"/> reads as the same
/// drawing.</summary>
public static class DrawingSpecWriter
{
    /// <summary>Writes one drawing as an object: keys in the listing's order, levels nested, only what differs from the
    /// default.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="words">How values are worded for readers that take fewer forms than ours.</param>
    public static void Write(Utf8JsonWriter writer, DrawingSpec drawing, DrawingWords words = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(drawing);
        writer.WriteStartObject();
        writer.WriteString("name", drawing.Listing.Name);
        writer.WriteStartObject("input");
        foreach (DrawingKey key in drawing.Listing.Inputs)
        {
            if (drawing.Inputs.TryGetValue(key.Name, out DrawingValue value))
                WriteValue(writer, key.Name, value, words);
        }

        writer.WriteEndObject();
        if (drawing.Overrides.Count > 0) WriteOverrides(writer, drawing, words);
        if (drawing.Order == DrawingOrder.Bottom) writer.WriteString("zOrder", "bottom");
        writer.WriteEndObject();
    }

    private static void WriteOverrides(
        Utf8JsonWriter writer, DrawingSpec drawing, DrawingWords words)
    {
        writer.WriteStartObject("override");
        string? level = null;
        foreach (DrawingKey key in drawing.Listing.Overrides)
        {
            if (!drawing.Overrides.TryGetValue(key.Name, out DrawingValue value)) continue;
            int dot = key.Name.IndexOf('.');
            string? owner = dot < 0 ? null : key.Name[..dot];
            if (owner != level)
            {
                if (level is not null) writer.WriteEndObject();
                if (owner is not null) writer.WriteStartObject(owner);
                level = owner;
            }

            WriteValue(writer, key.Name[(dot + 1)..], value, words);
        }

        if (level is not null) writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteValue(
        Utf8JsonWriter writer, string name, DrawingValue value, DrawingWords words)
    {
        if (value.Number is { } number) writer.WriteNumber(name, number);
        else if (value.Switch is { } isOn) writer.WriteBoolean(name, isOn);
        else if (value.Time is { } time) writer.WriteString(name, words.Time?.Invoke(time) ?? time.ToString());
        else if (value.Color is { } color) writer.WriteString(name, (words.Color ?? TextOf)(color));
        else writer.WriteString(name, value.Text);
    }

    // Three decimals tell all 256 opacities apart.
    private static string TextOf(Rgba color) => color.IsOpaque
        ? string.Create(CultureInfo.InvariantCulture, $"rgb({color.R},{color.G},{color.B})")
        : string.Create(CultureInfo.InvariantCulture, $"rgba({color.R},{color.G},{color.B},{color.A / 255.0:0.###})");
}

/// <summary>How the values of a drawing are worded; null for the usual way.</summary>
/// <param name="Color">Words a colour.</param>
/// <param name="Time">Words a time.</param>
public readonly record struct DrawingWords(Func<Rgba, string>? Color, Func<DrawingTime, string>? Time);
