using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs;

/// <summary>One key that changes how the main series looks.</summary>
/// <param name="Name">The whole key, such as <c>candleStyle.upColor</c>.</param>
/// <param name="Style">The style it belongs to; with another style it does nothing.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Default">Its value in the light theme when nothing is said; null where other keys decide.</param>
public sealed record SeriesStyleKey(string Name, ChartStyle Style, StyleKind Kind, StudyStyleValue? Default)
{
    /// <summary>The key without its style, such as <c>upColor</c>.</summary>
    public string Attribute => Name[(Style.KeyPrefix().Length + 1)..];

    /// <summary>What the key takes, as a part of a sentence after "must be".</summary>
    public string Wanted => StyleValueReader.Read(Kind, default, out _) ?? "";

    internal static SeriesStyleKey Color(ChartStyle style, string attribute, string? color) =>
        new(NameOf(style, attribute), style, StyleKind.Color, color is null ? null : new(Color: Rgba.Parse(color)));

    internal static SeriesStyleKey Switch(ChartStyle style, string attribute, bool isOn) =>
        new(NameOf(style, attribute), style, StyleKind.Switch, new(Switch: isOn));

    internal static SeriesStyleKey Number(ChartStyle style, string attribute, StyleKind kind, double value) =>
        new(NameOf(style, attribute), style, kind, new(Number: value));

    internal static SeriesStyleKey Source(ChartStyle style) => new(
        NameOf(style, "priceSource"), style, StyleKind.PriceSource, new(Word: StyleValueReader.PriceSources[0]));

    internal static SeriesStyleKey Size(ChartStyle style, string attribute) =>
        new(NameOf(style, attribute), style, StyleKind.BoxSize, new(Word: Synthetics.BoxSize.AverageRange));

    private static string NameOf(ChartStyle style, string attribute) => $"{style.KeyPrefix()}.{attribute}";
}
