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
    /// <param name="colorText">Words a colour, for readers that take fewer forms than ours; null for the usual.</param>
    public static void Write(Utf8JsonWriter writer, DrawingSpec drawing, Func<Rgba, string>? colorText = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(drawing);
        writer.WriteStartObject();
        writer.WriteString("name", drawing.Listing.Name);
        writer.WriteStartObject("input");
        foreach (DrawingKey key in drawing.Listing.Inputs)
        {
            if (drawing.Inputs.TryGetValue(key.Name, out DrawingValue value))
                WriteValue(writer, key.Name, value, colorText);
        }

        writer.WriteEndObject();
        if (drawing.Overrides.Count > 0) WriteOverrides(writer, drawing, colorText);
        if (drawing.Order == DrawingOrder.Bottom) writer.WriteString("zOrder", "bottom");
        writer.WriteEndObject();
    }

    private static void WriteOverrides(
        Utf8JsonWriter writer, DrawingSpec drawing, Func<Rgba, string>? colorText)
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

            WriteValue(writer, key.Name[(dot + 1)..], value, colorText);
        }

        if (level is not null) writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteValue(
        Utf8JsonWriter writer, string name, DrawingValue value, Func<Rgba, string>? colorText)
    {
        if (value.Number is { } number) writer.WriteNumber(name, number);
        else if (value.Switch is { } isOn) writer.WriteBoolean(name, isOn);
        else if (value.Time is { } time) writer.WriteString(name, time.ToString());
        else if (value.Color is { } color) writer.WriteString(name, (colorText ?? TextOf)(color));
        else writer.WriteString(name, value.Text);
    }

    // Three decimals tell all 256 opacities apart.
    private static string TextOf(Rgba color) => color.IsOpaque
        ? string.Create(CultureInfo.InvariantCulture, $"rgb({color.R},{color.G},{color.B})")
        : string.Create(CultureInfo.InvariantCulture, $"rgba({color.R},{color.G},{color.B},{color.A / 255.0:0.###})");
}
