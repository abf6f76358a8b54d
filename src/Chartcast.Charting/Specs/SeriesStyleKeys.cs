using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Chartcast.Charting.Specs;

/// <summary>Every key that changes how the main series looks, as Chart-IMG names them in <c>override.style</c>, and
/// alike for the styles it does not have.</summary>
public static class SeriesStyleKeys
{
    private const string Up = "rgb(8,153,129)";
    private const string Down = "rgb(242,54,69)";
    private const string Blue = "rgb(41,98,255)";
    private const string Grey = "rgb(117,134,150)";

    private static readonly SeriesStyleKey[] Keys =
    [
        .. Candles(ChartStyle.Candlestick), Previous(ChartStyle.Candlestick, false),
        .. UpDown(ChartStyle.Bar, Up, Down),
        SeriesStyleKey.Switch(ChartStyle.Bar, "thinBars", true),
        SeriesStyleKey.Switch(ChartStyle.Bar, "dontDrawOpen", false),
        Previous(ChartStyle.Bar, false),
        .. Pen(ChartStyle.Line, "color"), SeriesStyleKey.Source(ChartStyle.Line),
        .. Pen(ChartStyle.Area, "linecolor"),
        SeriesStyleKey.Color(ChartStyle.Area, "color1", "rgba(41,98,255,0.3)"),
        SeriesStyleKey.Color(ChartStyle.Area, "color2", "rgba(41,98,255,0)"),
        SeriesStyleKey.Source(ChartStyle.Area),
        .. Candles(ChartStyle.HeikinAshi), Previous(ChartStyle.HeikinAshi, false),
        .. Candles(ChartStyle.HollowCandle),
        .. Baseline(),
        SeriesStyleKey.Color(ChartStyle.HiLo, "color", Blue),
        SeriesStyleKey.Color(ChartStyle.HiLo, "borderColor", Blue),
        .. UpDown(ChartStyle.Column, "rgba(8,153,129,0.5)", "rgba(242,54,69,0.5)"),
        Previous(ChartStyle.Column, true), SeriesStyleKey.Source(ChartStyle.Column),
        .. Pen(ChartStyle.StepLine, "color"), SeriesStyleKey.Source(ChartStyle.StepLine),
        .. HlcArea(),
        SeriesStyleKey.Size(ChartStyle.Renko, "boxSize"), .. Candles(ChartStyle.Renko),
        SeriesStyleKey.Size(ChartStyle.Kagi, "reversal"), .. UpDown(ChartStyle.Kagi, Up, Down),
        SeriesStyleKey.Number(ChartStyle.Kagi, "upLineWidth", StyleKind.LineWidth, 3),
        SeriesStyleKey.Number(ChartStyle.Kagi, "downLineWidth", StyleKind.LineWidth, 1),
        SeriesStyleKey.Number(ChartStyle.LineBreak, "lines", StyleKind.Count, 3),
        .. UpDown(ChartStyle.LineBreak, Up, Down),
        SeriesStyleKey.Size(ChartStyle.PointAndFigure, "boxSize"),
        SeriesStyleKey.Number(ChartStyle.PointAndFigure, "reversal", StyleKind.Count, 3),
        .. UpDown(ChartStyle.PointAndFigure, Up, Down),
        SeriesStyleKey.Size(ChartStyle.RangeBars, "range"), .. Candles(ChartStyle.RangeBars),
    ];

    private static readonly FrozenDictionary<string, SeriesStyleKey> ByName =
        Keys.ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);

    /// <summary>All keys, by style.</summary>
    public static IReadOnlyList<SeriesStyleKey> All => Keys;

    /// <summary>Finds a key by its whole name; case matters.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out SeriesStyleKey? key)
    {
        key = null;
        return name is not null && ByName.TryGetValue(name, out key);
    }

    /// <summary>The keys of one style.</summary>
    public static IEnumerable<SeriesStyleKey> Of(ChartStyle style) => Keys.Where(key => key.Style == style);

    // The plain border and wick colours stand for both directions unless those have their own.
    private static SeriesStyleKey[] Candles(ChartStyle style) =>
    [
        .. UpDown(style, Up, Down),
        SeriesStyleKey.Color(style, "borderColor", null),
        SeriesStyleKey.Color(style, "borderUpColor", Up),
        SeriesStyleKey.Color(style, "borderDownColor", Down),
        SeriesStyleKey.Color(style, "wickColor", null),
        SeriesStyleKey.Color(style, "wickUpColor", Up),
        SeriesStyleKey.Color(style, "wickDownColor", Down),
        SeriesStyleKey.Switch(style, "drawWick", true),
        SeriesStyleKey.Switch(style, "drawBody", true),
        SeriesStyleKey.Switch(style, "drawBorder", true),
    ];

    private static SeriesStyleKey[] UpDown(ChartStyle style, string up, string down) =>
        [SeriesStyleKey.Color(style, "upColor", up), SeriesStyleKey.Color(style, "downColor", down)];

    private static SeriesStyleKey Previous(ChartStyle style, bool isOn) =>
        SeriesStyleKey.Switch(style, "barColorsOnPrevClose", isOn);

    private static SeriesStyleKey[] Pen(ChartStyle style, string colorAttribute) =>
    [
        SeriesStyleKey.Number(style, "linestyle", StyleKind.LineStyle, 0),
        SeriesStyleKey.Number(style, "linewidth", StyleKind.LineWidth, 2),
        SeriesStyleKey.Color(style, colorAttribute, Blue),
    ];

    private static SeriesStyleKey[] Baseline() =>
    [
        SeriesStyleKey.Number(ChartStyle.Baseline, "topLineWidth", StyleKind.LineWidth, 2),
        SeriesStyleKey.Number(ChartStyle.Baseline, "bottomLineWidth", StyleKind.LineWidth, 2),
        SeriesStyleKey.Number(ChartStyle.Baseline, "baseLevelPercentage", StyleKind.Percent, 50),
        SeriesStyleKey.Number(ChartStyle.Baseline, "transparency", StyleKind.Percent, 50),
        SeriesStyleKey.Color(ChartStyle.Baseline, "baselineColor", Grey),
        SeriesStyleKey.Color(ChartStyle.Baseline, "topLineColor", Up),
        SeriesStyleKey.Color(ChartStyle.Baseline, "topFillColor1", "rgba(8,153,129,0.3)"),
        SeriesStyleKey.Color(ChartStyle.Baseline, "topFillColor2", "rgba(8,153,129,0.1)"),
        SeriesStyleKey.Color(ChartStyle.Baseline, "bottomLineColor", Down),
        SeriesStyleKey.Color(ChartStyle.Baseline, "bottomFillColor1", "rgba(242,54,69,0.1)"),
        SeriesStyleKey.Color(ChartStyle.Baseline, "bottomFillColor2", "rgba(242,54,69,0.3)"),
        SeriesStyleKey.Source(ChartStyle.Baseline),
    ];

    private static SeriesStyleKey[] HlcArea() =>
    [
        SeriesStyleKey.Color(ChartStyle.HlcArea, "highLineColor", Up),
        SeriesStyleKey.Color(ChartStyle.HlcArea, "lowLineColor", Down),
        SeriesStyleKey.Color(ChartStyle.HlcArea, "closeLineColor", Grey),
        SeriesStyleKey.Color(ChartStyle.HlcArea, "highCloseFillColor", "rgba(8,153,129,0.2)"),
        SeriesStyleKey.Color(ChartStyle.HlcArea, "closeLowFillColor", "rgba(242,54,69,0.2)"),
        SeriesStyleKey.Number(ChartStyle.HlcArea, "linewidth", StyleKind.LineWidth, 1),
        SeriesStyleKey.Number(ChartStyle.HlcArea, "closeLineWidth", StyleKind.LineWidth, 2),
    ];
}
