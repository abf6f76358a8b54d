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
}
