using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Models;
using Chartcast.Charting.Synthetics;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs;

/// <summary>Reads the value of a style key.</summary>
internal static class StyleValueReader
{
    /// <summary>Words of price sources, the usual one first.</summary>
    public static readonly string[] PriceSources = ["close", "open", "high", "low", "hl2", "hlc3", "ohlc4"];

    private const double LargestLevel = 1_000_000;

    /// <summary>Reads a value.</summary>
    /// <param name="kind">What values the key takes.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="read">The value.</param>
    /// <returns>Null, or what the value would have to be.</returns>
    public static string? Read(StyleKind kind, JsonElement value, out StudyStyleValue read) => kind switch
    {
        StyleKind.Color => ReadColor(value, out read),
        StyleKind.Switch => ReadSwitch(value, out read),
        StyleKind.PlotType => ReadWord(value, PlotTypes.Words, out read),
        StyleKind.BoxSize => ReadBoxSize(value, out read),
        StyleKind.Count => ReadNumber(value, 2, 20, isWhole: true, out read),
        StyleKind.Direction => ReadWord(value, ProfileKeys.Directions, out read),
        StyleKind.PercentWidth => ReadNumber(value, 1, ProfileKeys.MostPercent, isWhole: false, out read),
        StyleKind.PriceSource => ReadWord(value, PriceSources, out read),
        StyleKind.LineWidth => ReadNumber(value, 1, 10, isWhole: true, out read),
        StyleKind.LineStyle => ReadNumber(value, 0, 2, isWhole: true, out read),
        StyleKind.Percent => ReadNumber(value, 0, 100, isWhole: false, out read),
        _ => ReadNumber(value, -LargestLevel, LargestLevel, isWhole: false, out read),
    };

    private static string? ReadColor(JsonElement value, out StudyStyleValue read)
    {
        read = default;
        if (value.ValueKind != JsonValueKind.String || !Rgba.TryParse(value.GetString(), out Rgba color))
            return "a colour such as #FF6B6B, rgb(255,107,107) or rgba(255,107,107,0.5)";
        read = new StudyStyleValue(Color: color);
        return null;
    }

    private static string? ReadSwitch(JsonElement value, out StudyStyleValue read)
    {
        read = default;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return "true or false";
        read = new StudyStyleValue(Switch: value.GetBoolean());
        return null;
    }

    private static string? ReadWord(JsonElement value, string[] words, out StudyStyleValue read)
    {
        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        // Chart-IMG's documentation writes both.
        if (word == "column") word = "columns";
        read = new StudyStyleValue(Word: word);
        return word is not null && words.Contains(word) ? null : string.Join(" or ", words);
    }

    private static string? ReadBoxSize(JsonElement value, out StudyStyleValue read)
    {
        read = default;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number > 0 && double.IsFinite(number))
        {
            read = new StudyStyleValue(Number: number);
            return null;
        }

        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        read = new StudyStyleValue(Word: word);
        return word == BoxSize.AverageRange || BoxSize.TryReadPercent(word, out _)
            ? null
            : "a number above 0, atr, or a percentage such as 1.5%";
    }

    private static string? ReadNumber(
        JsonElement value, double minimum, double maximum, bool isWhole, out StudyStyleValue read)
    {
        double number = double.NaN;
        bool isRight = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number)
            && number >= minimum && number <= maximum && (!isWhole || number == Math.Floor(number));
        read = new StudyStyleValue(Number: number);
        return isRight
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(isWhole ? "a whole number" : "a number")} from {minimum} to {maximum}");
    }
}
