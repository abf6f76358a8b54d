using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Models;

/// <summary>How the words of plot types and the kinds of the catalogue are drawn.</summary>
/// <remarks>Words without breaks bridge missing values, as TradingView's do; a kind of the catalogue says for itself
/// whether it does.</remarks>
internal static class PlotTypes
{
    /// <summary>All words, as Chart-IMG has them.</summary>
    public static readonly string[] Words =
    [
        "line", "histogram", "cross", "area", "columns", "circles", "line_with_breaks", "area_with_breaks", "step_line",
        "step_line_with_breaks",
    ];

    /// <summary>The word that stands for a kind; null for triangles and discs, which have none.</summary>
    public static string? WordOf(PlotKind kind) => kind switch
    {
        PlotKind.StepLine or PlotKind.Levels => "step_line_with_breaks",
        PlotKind.Area => "area",
        PlotKind.Columns => "columns",
        PlotKind.Histogram => "histogram",
        PlotKind.Circles => "circles",
        PlotKind.Crosses => "cross",
        PlotKind.TrianglesAbove or PlotKind.TrianglesBelow or PlotKind.DiscsAbove or PlotKind.DiscsBelow => null,
        _ => "line",
    };

    /// <summary>How a kind is drawn, and whether its line bridges missing values.</summary>
    public static (PlotShape Shape, bool JoinsGaps) LookOf(PlotKind kind) => kind switch
    {
        PlotKind.JoinedLine => (PlotShape.Line, true),
        PlotKind.StepLine => (PlotShape.StepLine, false),
        PlotKind.Levels => (PlotShape.Levels, false),
        PlotKind.Area => (PlotShape.Area, false),
        PlotKind.Columns => (PlotShape.Columns, false),
        PlotKind.Histogram => (PlotShape.Histogram, false),
        PlotKind.Circles => (PlotShape.Circles, false),
        PlotKind.Crosses => (PlotShape.Crosses, false),
        PlotKind.TrianglesAbove => (PlotShape.TrianglesAbove, false),
        PlotKind.TrianglesBelow => (PlotShape.TrianglesBelow, false),
        PlotKind.DiscsAbove => (PlotShape.DiscsAbove, false),
        PlotKind.DiscsBelow => (PlotShape.DiscsBelow, false),
        _ => (PlotShape.Line, false),
    };

    /// <summary>How a word is drawn, and whether its line bridges missing values.</summary>
    public static (PlotShape Shape, bool JoinsGaps) LookOf(string word) => word switch
    {
        "step_line" => (PlotShape.StepLine, true),
        "step_line_with_breaks" => (PlotShape.StepLine, false),
        "area" => (PlotShape.Area, true),
        "area_with_breaks" => (PlotShape.Area, false),
        "columns" => (PlotShape.Columns, false),
        "histogram" => (PlotShape.Histogram, false),
        "circles" => (PlotShape.Circles, false),
        "cross" => (PlotShape.Crosses, false),
        "line_with_breaks" => (PlotShape.Line, false),
        _ => (PlotShape.Line, true),
    };
}
