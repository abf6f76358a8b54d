using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels.Pivots;

/// <summary>What the listings share that mark highs and lows.</summary>
internal static class PivotMarks
{
    public static IReadOnlyList<IndicatorOutput> Outputs(
        (string Key, string Color) highs, (string Key, string Color) lows) =>
    [
        new IndicatorOutput(highs.Key, PlotKind.TrianglesAbove, [highs.Color], 1),
        new IndicatorOutput(lows.Key, PlotKind.TrianglesBelow, [lows.Color], 1),
    ];
}
