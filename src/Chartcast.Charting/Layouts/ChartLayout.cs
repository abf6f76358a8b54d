namespace Chartcast.Charting.Layouts;

/// <summary>Where the parts of a chart lie, in logical pixels.</summary>
/// <param name="PlotWidthPx">Width of the panes.</param>
/// <param name="PlotHeightPx">Height of all panes and the lines between them.</param>
/// <param name="PriceAxisWidthPx">Width of the price axes at the right; 0 when there is no room for them.</param>
/// <param name="TimeAxisHeightPx">Height of the time axis at the bottom; 0 when there is no room for it.</param>
internal readonly record struct ChartLayout(
    int PlotWidthPx, int PlotHeightPx, int PriceAxisWidthPx, int TimeAxisHeightPx)
{
    /// <summary>Thickness of the line between two panes.</summary>
    public const int SeparatorPx = 1;

    /// <summary>Panes keep at least this height; else the time axis goes.</summary>
    private const int LeastPlotHeightPx = 62;

    /// <summary>Panes keep at least this width; else the price axis goes.</summary>
    private const int LeastPlotWidthPx = 48;

    /// <summary>Splits a picture vertically.</summary>
    public static (int PlotHeight, int TimeAxisHeight) SplitHeight(int heightPx, double axisFontPx)
    {
        int axis = AxisMeasure.TimeAxisHeightPx(axisFontPx);
        if (heightPx - axis < LeastPlotHeightPx) axis = 0;
        return (heightPx - axis, axis);
    }

    /// <summary>Splits a picture both ways.</summary>
    public static ChartLayout Split(int widthPx, int heightPx, int priceAxisWidthPx, double axisFontPx)
    {
        (int plotHeight, int timeAxisHeight) = SplitHeight(heightPx, axisFontPx);
        int axis = widthPx - priceAxisWidthPx < LeastPlotWidthPx ? 0 : priceAxisWidthPx;
        return new ChartLayout(widthPx - axis, plotHeight, axis, timeAxisHeight);
    }
}
