namespace Chartcast.Charting.Specs;

/// <summary>What values a style key takes.</summary>
public enum StyleKind
{
    /// <summary>A colour: <c>#RRGGBB</c>, <c>rgb(r,g,b)</c> or <c>rgba(r,g,b,a)</c>.</summary>
    Color,

    /// <summary>CSS pixels, whole, 1–10.</summary>
    LineWidth,

    /// <summary>0 solid, 1 dotted, 2 dashed.</summary>
    LineStyle,

    /// <summary>Where a level lies, −1,000,000 to 1,000,000.</summary>
    Level,

    /// <summary>0–100.</summary>
    Percent,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>How a plot is drawn, such as <c>line</c> or <c>columns</c>.</summary>
    PlotType,

    /// <summary>Which price of a bar is drawn: open, high, low, close, hl2, hlc3 or ohlc4.</summary>
    PriceSource,

    /// <summary>A number of price units above 0, <c>atr</c> for the average true range of 14 bars, or a percentage of
    /// the last price such as <c>1.5%</c>.</summary>
    BoxSize,

    /// <summary>A whole number, 2–20.</summary>
    Count,

    /// <summary>To which side the rows of a volume profile grow.</summary>
    Direction,

    /// <summary>Percent of the pane's width, 1–10,000.</summary>
    PercentWidth,
}
