namespace Chartcast.Indicators.Catalog;

/// <summary>How a plot is drawn unless overridden.</summary>
public enum PlotKind
{
    /// <summary>A line through the values; missing values break it.</summary>
    Line,

    /// <summary>A line through the values that are there, across those that are missing, as a zigzag is.</summary>
    JoinedLine,

    /// <summary>A line of steps; missing values break it.</summary>
    StepLine,

    /// <summary>Horizontal pieces as long as a value lasts, not joined where it changes.</summary>
    Levels,

    /// <summary>A line filled down to the base line (0).</summary>
    Area,

    /// <summary>Columns from the base line (0).</summary>
    Columns,

    /// <summary>Columns from the base line (0) as thin as the line width.</summary>
    Histogram,

    /// <summary>A dot a value.</summary>
    Circles,

    /// <summary>A cross a value.</summary>
    Crosses,

    /// <summary>A small triangle that points up, above the value.</summary>
    TrianglesAbove,

    /// <summary>A small triangle that points down, below the value.</summary>
    TrianglesBelow,

    /// <summary>A disc with a rim, above the value.</summary>
    DiscsAbove,

    /// <summary>A disc with a rim, below the value.</summary>
    DiscsBelow,
}

/// <summary>One plot of an indicator: one value per bar.</summary>
/// <param name="Key">The exact name of the plot, such as <c>Plot</c>, <c>Signal</c> or <c>Upper</c>; the first half
/// of override keys.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Colors">Default colours as <c>rgb(…)</c> or <c>rgba(…)</c>; one, or one per value of the output's
/// colour index.</param>
/// <param name="LineWidthPx">Default line width in CSS pixels, 1–10.</param>
/// <param name="IsVisible">Whether it is drawn unless overridden by <c>.visible</c>; its values are reported either
/// way.</param>
public sealed record IndicatorOutput(
    string Key, PlotKind Kind, IReadOnlyList<string> Colors, double LineWidthPx, bool IsVisible = true);

/// <summary>A horizontal line of a study pane.</summary>
/// <param name="Key">The exact name, such as <c>UpperLimit</c>.</param>
/// <param name="Value">Where it lies, in the study's units.</param>
/// <param name="Color">Default colour.</param>
/// <param name="LineStyle">0 solid, 1 dotted, 2 dashed.</param>
public sealed record IndicatorLevel(string Key, double Value, string Color, int LineStyle);

/// <summary>A filled area between two plots or levels.</summary>
/// <param name="Key">The exact name, such as <c>Plots Background</c> or <c>Hlines Background</c>.</param>
/// <param name="Upper">Key of the upper plot or level.</param>
/// <param name="Lower">Key of the lower plot or level.</param>
/// <param name="Color">Default fill colour.</param>
/// <param name="InvertedColor">Default fill colour where the upper one lies below the lower one, as in a cloud; null
/// for the same colour.</param>
public sealed record IndicatorBand(
    string Key, string Upper, string Lower, string Color, string? InvertedColor = null);
