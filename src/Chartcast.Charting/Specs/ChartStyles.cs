using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Names of chart styles.</summary>
public static class ChartStyles
{
    private static readonly string[] AllNames = ["candlestick", "bar", "line", "area"];

    private static readonly FrozenDictionary<string, ChartStyle> ByName = new Dictionary<string, ChartStyle>
    {
        ["candlestick"] = ChartStyle.Candlestick,
        ["candle"] = ChartStyle.Candlestick,
        ["bar"] = ChartStyle.Bar,
        ["line"] = ChartStyle.Line,
        ["area"] = ChartStyle.Area,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KnownElsewhere = new[]
    {
        "heikin_ashi", "heikinAshi", "hollow_candle", "hollowCandle", "baseline", "hi_lo", "hiLo", "column",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names, the usual one first.</summary>
    public static IReadOnlyList<string> Names => AllNames;

    /// <summary>The names and their aliases: what <see cref="TryParse(string?, out ChartStyle)"/> accepts.</summary>
    public static IReadOnlyList<string> AcceptedNames { get; } = [.. AllNames, "candle"];

    /// <summary>Reads a style's name or the alias Chart-IMG uses for it.</summary>
    /// <param name="text">The name; case matters.</param>
    /// <param name="style">The style, or candles when the text names none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ChartStyle style)
    {
        style = ChartStyle.Candlestick;
        return text is not null && ByName.TryGetValue(text, out style);
    }

    /// <summary>Says why a text names no style that can be drawn, and which can.</summary>
    /// <param name="field">The path of the field.</param>
    /// <param name="text">A text that <see cref="TryParse"/> refuses.</param>
    public static SpecFault Fault(string field, string text)
    {
        string list = string.Join(", ", AllNames);
        return KnownElsewhere.Contains(text)
            ? new SpecFault(field, $"{ShownText.Of(text)} is not drawn by this version; drawn are {list}.", AllNames)
            : SpecFault.WithNearest(
                field, $"{ShownText.Of(text)} is none of {list}.", NearestNames.Find(text, AllNames, 3));
    }

    /// <summary>The name of a style on the wire.</summary>
    public static string WireName(this ChartStyle style) => AllNames[(int)style];
}
