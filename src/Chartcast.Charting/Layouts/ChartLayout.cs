namespace Chartcast.Charting.Layouts;

/// <summary>Where the parts of a chart lie, in logical pixels.</summary>
/// <param name="PlotWidthPx">Width of the panes.</param>
/// <param name="PlotHeightPx">Height of all panes and the lines between them.</param>
/// <param name="PriceAxisWidthPx">Width of the price axes at the right; 0 when there is no room for them.</param>
/// <param name="TimeAxisHeightPx">Height of the time axis at the bottom; 0 when there is no room for it.</param>
internal readonly record struct ChartLayout(
    int PlotWidthPx, int PlotHeightPx, int PriceAxisWidthPx, int TimeAxisHeightPx)
{
    /// <summary>Size of axis labels.</summary>
    public const double AxisFontPx = 12;

    /// <summary>Thickness of the line between two panes.</summary>
    public const int SeparatorPx = 1;

    /// <summary>A picture lower than this has no time axis.</summary>
    private const int LeastHeightForTimeAxisPx = 90;

    /// <summary>Panes keep at least this width; else the price axis goes.</summary>
    private const int LeastPlotWidthPx = 48;

    /// <summary>Axis border, tick, and the padding above and below the text: 1 + 5 + 12 + 3 + 3 + 4.</summary>
    private const int TimeAxisPx = 28;

    /// <summary>Splits a picture vertically.</summary>
    public static (int PlotHeight, int TimeAxisHeight) SplitHeight(int heightPx)
    {
        int axis = heightPx < LeastHeightForTimeAxisPx ? 0 : TimeAxisPx;
        return (heightPx - axis, axis);
    }

    /// <summary>Splits a picture both ways.</summary>
    public static ChartLayout Split(int widthPx, int heightPx, int priceAxisWidthPx)
    {
        (int plotHeight, int timeAxisHeight) = SplitHeight(heightPx);
        int axis = widthPx - priceAxisWidthPx < LeastPlotWidthPx ? 0 : priceAxisWidthPx;
        return new ChartLayout(widthPx - axis, plotHeight, axis, timeAxisHeight);
    }
}
