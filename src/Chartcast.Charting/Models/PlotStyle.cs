using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Models;

/// <summary>What a plot looks like.</summary>
internal enum PlotShape
{
    /// <summary>A line; missing values break it.</summary>
    Line,

    /// <summary>A line of steps.</summary>
    StepLine,

    /// <summary>The steps alone, without what joins them.</summary>
    Levels,

    /// <summary>A line filled down to the base line.</summary>
    Area,

    /// <summary>Columns as wide as the slots allow.</summary>
    Columns,

    /// <summary>Columns as thin as the line width.</summary>
    Histogram,

    /// <summary>A dot a value.</summary>
    Circles,

    /// <summary>A small cross a value.</summary>
    Crosses,

    /// <summary>A small triangle that points up, above the value.</summary>
    TrianglesAbove,

    /// <summary>A small triangle that points down, below the value.</summary>
    TrianglesBelow,

    /// <summary>A disc above the value, with a rim so that it shows on any background.</summary>
    DiscsAbove,

    /// <summary>The same below the value.</summary>
    DiscsBelow,
}

/// <summary>How a plot is drawn, overrides applied.</summary>
/// <param name="Shape">What it looks like.</param>
/// <param name="Colors">One colour, or one per colour index of the values; at least one.</param>
/// <param name="WidthPx">Line width in logical pixels.</param>
/// <param name="Dash">How the line is broken up.</param>
/// <param name="IsVisible">Whether it is drawn, tagged and named in the legend.</param>
/// <param name="JoinsGaps">Whether lines bridge missing values instead of breaking there.</param>
internal readonly record struct PlotStyle(
    PlotShape Shape, Rgba[] Colors, double WidthPx, DashPattern Dash, bool IsVisible, bool JoinsGaps = false)
{
    /// <summary>Whether it stands on the base line, which then is part of what is shown.</summary>
    public bool HasBase => Shape is PlotShape.Columns or PlotShape.Histogram or PlotShape.Area;

    /// <summary>The colour of a colour index.</summary>
    public Rgba ColorOf(int index) => Colors[Math.Min(index, Colors.Length - 1)];
}

/// <summary>A horizontal line of a study, overrides applied.</summary>
internal readonly record struct LevelStyle(
    string Key, double Value, Rgba Color, double WidthPx, DashPattern Dash, bool IsVisible);

/// <summary>A fill between two plots or levels, overrides applied.</summary>
/// <param name="Upper">Key of the upper plot or level.</param>
/// <param name="Lower">Key of the lower plot or level.</param>
/// <param name="Color">The fill.</param>
/// <param name="InvertedColor">The fill where the upper one lies below the lower one.</param>
/// <param name="IsVisible">Whether it is drawn.</param>
internal readonly record struct BandStyle(
    string Upper, string Lower, Rgba Color, Rgba InvertedColor, bool IsVisible);
