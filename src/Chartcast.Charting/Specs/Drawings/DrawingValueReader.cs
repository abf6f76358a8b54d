using System.Globalization;
using System.Text.Json;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Reads one JSON value for one key.</summary>
internal static class DrawingValueReader
{
    /// <summary>The value, or null when a fault was added.</summary>
    public static DrawingValue? Read(DrawingKey key, JsonElement element, string path, ICollection<SpecFault> faults)
    {
        DrawingValue? value = Convert(key, element);
        if (value is { } right && key.Accepts(right)) return right;
        string? text = key.Kind == DrawingKeyKind.Text ? value?.Text : null;
        string message = text is not null && DrawingText.Fault(text) is { } fault
            ? $"must {fault}."
            : $"must be {Wanted(key, element)}, not {ShownText.Of(element)}.";
        faults.Add(new SpecFault(path, message, key.Choices));
        return null;
    }

    // What takes any number says so; only who gives one beyond all reason needs to know where that begins.
    private static string Wanted(DrawingKey key, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number
            && key is { Kind: DrawingKeyKind.Number, Maximum: >= DrawingKey.LargestNumber }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"a number from {-DrawingKey.LargestNumber:G} to {DrawingKey.LargestNumber:G}")
            : key.Wanted;

    private static DrawingValue? Convert(DrawingKey key, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDouble(out double number) && double.IsFinite(number)
            ? new DrawingValue(Number: number)
            : null,
        JsonValueKind.String => ConvertText(key, element.GetString() ?? ""),
        JsonValueKind.True or JsonValueKind.False => new DrawingValue(Switch: element.GetBoolean()),
        _ => null,
    };

    private static DrawingValue? ConvertText(DrawingKey key, string text)
    {
        switch (key.Kind)
        {
            case DrawingKeyKind.Text:
                return new DrawingValue(Text: DrawingText.Normalized(text));
            case DrawingKeyKind.Choice:
                return new DrawingValue(Text: text);
            case DrawingKeyKind.Color:
                return Rgba.TryParse(text, out Rgba color) ? new DrawingValue(Color: color) : null;
            case DrawingKeyKind.Time:
                return DrawingTime.TryParse(text, out DrawingTime time) ? new DrawingValue(Time: time) : null;
            case DrawingKeyKind.Whole:
                int word = key.Choices.ToList().IndexOf(text);
                return word >= 0 ? new DrawingValue(Number: word) : null;
            default:
                return null;
        }
    }
}
