namespace Chartcast.Charting.Specs;

/// <summary>What a picture shows besides bars, studies and drawings.</summary>
public sealed record DisplayOptions
{
    /// <summary>Size of axis labels when nothing is said, in logical pixels.</summary>
    public const int DefaultScalesFontPx = 12;

    /// <summary>Smallest size of axis labels.</summary>
    public const int MinimumScalesFontPx = 10;

    /// <summary>Largest size of axis labels.</summary>
    public const int MaximumScalesFontPx = 50;

    /// <summary>Least height of the price pane that can be asked for.</summary>
    public const int MinimumMainPaneHeightPx = 100;

    /// <summary>Greatest height of the price pane that can be asked for.</summary>
    public const int MaximumMainPaneHeightPx = 1800;

    /// <summary>The usual picture.</summary>
    public static readonly DisplayOptions Default = new();

    /// <summary>Whether panes have a legend; default true.</summary>
    public bool ShowLegend { get; init; } = true;

    /// <summary>Whether legends show the values of studies and compared symbols; default true.</summary>
    public bool ShowLegendValues { get; init; } = true;

    /// <summary>Whether there is a price pane; default true. Without it only panes of studies are drawn.</summary>
    public bool ShowMainPane { get; init; } = true;

    /// <summary>Whether a dotted line marks the last price; default true.</summary>
    public bool ShowPriceLine { get; init; } = true;

    /// <summary>Whether the grid has vertical lines; default true.</summary>
    public bool ShowVerticalGrid { get; init; } = true;

    /// <summary>Whether the grid has horizontal lines; default true.</summary>
    public bool ShowHorizontalGrid { get; init; } = true;

    /// <summary>Whether the last price stands on the axis; default true.</summary>
    public bool ShowSeriesLastValue { get; init; } = true;

    /// <summary>Whether the legend shows open, high, low and close of the last bar; default true.</summary>
    public bool ShowSeriesPrices { get; init; } = true;

    /// <summary>Whether the legend shows how the last bar changed; default true.</summary>
    public bool ShowBarChange { get; init; } = true;

    /// <summary>Whether last values of studies stand on the axes; default true.</summary>
    public bool ShowStudyLastValue { get; init; } = true;

    /// <summary>Whether the names of plots stand beside their last values; default false.</summary>
    public bool ShowStudyPlotNames { get; init; }

    /// <summary>Whether the symbol stands beside the last price; default false.</summary>
    public bool ShowSymbolLabels { get; init; }

    /// <summary>Whether the symbol stands large and faint behind the bars; default false. A
    /// <see cref="ChartSpec.Watermark"/> takes its place.</summary>
    public bool ShowSymbolWatermark { get; init; }

    /// <summary>Whether intraday charts of markets that close have a line where each trading day begins; default
    /// true.</summary>
    public bool ShowSessionBreaks { get; init; } = true;

    /// <summary>Height of the price pane in logical pixels, 100–1800; default null, which shares the height out. Panes
    /// of studies keep their least height, so that it may become less in a low picture.</summary>
    public int? MainPaneHeightPx { get; init; }

    /// <summary>Size of axis labels in logical pixels, 10–50; default 12.</summary>
    public int ScalesFontPx { get; init; } = DefaultScalesFontPx;
}
