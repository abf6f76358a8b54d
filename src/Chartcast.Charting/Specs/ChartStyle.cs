namespace Chartcast.Charting.Specs;

/// <summary>How the main series is drawn.</summary>
public enum ChartStyle
{
    /// <summary>Filled candles with wicks.</summary>
    Candlestick,

    /// <summary>Open-high-low-close bars.</summary>
    Bar,

    /// <summary>A line through the closes.</summary>
    Line,

    /// <summary>A line through the closes with a gradient below.</summary>
    Area,

    /// <summary>Candles of averaged prices, which show the trend rather than the market's prices.</summary>
    HeikinAshi,

    /// <summary>Candles that are hollow when they rise from open to close, coloured by the previous close.</summary>
    HollowCandle,

    /// <summary>A line that is filled differently above and below a base level.</summary>
    Baseline,

    /// <summary>Boxes from low to high.</summary>
    HiLo,

    /// <summary>Columns up to the close.</summary>
    Column,

    /// <summary>A line of steps through the closes.</summary>
    StepLine,

    /// <summary>Lines through highs, lows and closes with fills between them.</summary>
    HlcArea,

    /// <summary>Bricks of one height, whatever time they take.</summary>
    Renko,

    /// <summary>Vertical lines that turn when the close comes back far enough.</summary>
    Kagi,

    /// <summary>Lines from close to close that turn when the last few are passed.</summary>
    LineBreak,

    /// <summary>Columns of crosses and rings, one a box.</summary>
    PointAndFigure,

    /// <summary>Bars that close when their high and low are a given range apart.</summary>
    RangeBars,
}
