using Chartcast.Charting.Specs;
using Chartcast.Charting.Themes;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Models;

/// <summary>How candles are drawn, overrides applied.</summary>
internal readonly record struct CandleLook
{
    private CandleLook(SeriesStyle style, ChartTheme theme, bool isHollow)
    {
        Up = DirectionLook.Rising(style, theme.Up);
        Down = DirectionLook.Falling(style, theme.Down);
        DrawWick = style.Switch("drawWick", true);
        DrawBody = style.Switch("drawBody", true);
        DrawBorder = style.Switch("drawBorder", true);
        IsHollow = isHollow;
        ComparesCloses = isHollow || style.Switch("barColorsOnPrevClose", false);
    }

    public DirectionLook Up { get; }

    public DirectionLook Down { get; }

    public bool DrawWick { get; }

    public bool DrawBody { get; }

    public bool DrawBorder { get; }

    /// <summary>Whether bodies that rise from open to close stay empty.</summary>
    public bool IsHollow { get; }

    /// <summary>Whether the colour follows from the previous close instead of the open.</summary>
    public bool ComparesCloses { get; }

    /// <summary>Whether bodies fill their slots up to a hairline, as bricks do.</summary>
    public bool IsBrick { get; private init; }

    public static CandleLook Of(Chart chart) =>
        new(chart.SeriesStyle, chart.Theme, chart.Spec.Style == ChartStyle.HollowCandle)
        {
            IsBrick = chart.Spec.Style is ChartStyle.Renko or ChartStyle.LineBreak,
        };

    /// <summary>The colours of a direction.</summary>
    public DirectionLook Direction(bool up) => up ? Up : Down;
}

/// <summary>The colours of rising or falling candles.</summary>
internal readonly record struct DirectionLook(Rgba Body, Rgba Border, Rgba Wick)
{
    /// <summary>The colours of rising candles; borders and wicks have the body's usual one unless they are
    /// given.</summary>
    public static DirectionLook Rising(SeriesStyle style, Rgba usual) => new(
        style.Color("upColor", usual),
        style.Color("borderUpColor", style.Color("borderColor", usual)),
        style.Color("wickUpColor", style.Color("wickColor", usual)));

    /// <summary>The colours of falling candles.</summary>
    public static DirectionLook Falling(SeriesStyle style, Rgba usual) => new(
        style.Color("downColor", usual),
        style.Color("borderDownColor", style.Color("borderColor", usual)),
        style.Color("wickDownColor", style.Color("wickColor", usual)));
}
