using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Names of chart styles.</summary>
public static class ChartStyles
{
    // In the order of the enumeration.
    private static readonly (string Name, string? Alias, string KeyPrefix)[] Known =
    [
        ("candlestick", "candle", "candleStyle"),
        ("bar", null, "barStyle"),
        ("line", null, "lineStyle"),
        ("area", null, "areaStyle"),
        ("heikin_ashi", "heikinAshi", "haStyle"),
        ("hollow_candle", "hollowCandle", "hollowCandleStyle"),
        ("baseline", null, "baselineStyle"),
        ("hi_lo", "hiLo", "hiloStyle"),
        ("column", null, "columnStyle"),
        ("step_line", "stepLine", "stepLineStyle"),
        ("hlc_area", "hlcArea", "hlcAreaStyle"),
        ("renko", null, "renkoStyle"),
        ("kagi", null, "kagiStyle"),
        ("line_break", "lineBreak", "lineBreakStyle"),
        ("point_and_figure", "pointAndFigure", "pointFigureStyle"),
        ("range_bars", "rangeBars", "rangeStyle"),
    ];

    private static readonly string[] AllNames = [.. Known.Select(static one => one.Name)];

    private static readonly string[] AllAliases = [.. Known.Select(static one => one.Alias).OfType<string>()];

    private static readonly FrozenDictionary<string, ChartStyle> ByName = Known
        .SelectMany(static (one, i) => new[] { (one.Name, (ChartStyle)i), (one.Alias ?? one.Name, (ChartStyle)i) })
        .Distinct()
        .ToFrozenDictionary(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The names, the usual one first.</summary>
    public static IReadOnlyList<string> Names => AllNames;

    /// <summary>The names and their aliases: what <see cref="TryParse(string?, out ChartStyle)"/> accepts.</summary>
    public static IReadOnlyList<string> AcceptedNames { get; } = [.. AllNames, .. AllAliases];

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
        return SpecFault.WithNearest(
            field, $"{ShownText.Of(text)} is none of {list}.", NearestNames.Find(text, AllNames, 3));
    }

    /// <summary>How many bars make about one brick, column or line of a style with its usual settings; 1 for styles
    /// that draw the bars themselves.</summary>
    public static int BarsPerBrick(this ChartStyle style) => style switch
    {
        ChartStyle.Renko or ChartStyle.Kagi => 6,
        ChartStyle.PointAndFigure => 30,
        ChartStyle.LineBreak or ChartStyle.RangeBars => 2,
        _ => 1,
    };

    /// <summary>The name of a style on the wire.</summary>
    public static string WireName(this ChartStyle style) => AllNames[(int)style];

    /// <summary>The first half of the keys that change how a style looks, such as <c>candleStyle</c>.</summary>
    public static string KeyPrefix(this ChartStyle style) => Known[(int)style].KeyPrefix;

    /// <summary>Whether a style makes bars that do not stand for equal spans of time.</summary>
    internal static bool IsOfBricks(this ChartStyle style) => style >= ChartStyle.Renko;

    /// <summary>Whether a style draws one price of every bar, instead of several.</summary>
    internal static bool IsOfOnePrice(this ChartStyle style) => style is ChartStyle.Line or ChartStyle.Area
        or ChartStyle.Baseline or ChartStyle.Column or ChartStyle.StepLine;
}
