using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Levels.ZigZag;

internal static class ZigZagListing
{
    private const int Deviation = 0, Depth = 1;
    private const double LineWidthPx = 2;

    // So that the first shown turn has one before it to come from.
    private const int DepthsBefore = 10;

    public static IndicatorListing Create() => new()
    {
        Name = "Zig Zag",
        Aliases = ["zigzag", "zig_zag"],
        ShortTitle = "ZigZag",
        Description = "Zig zag: a line from turn to turn that leaves moves of fewer percent out; its end still moves.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Number(
                "in_0", "percent a move must reach", 5, (0.001, 100), "deviation", "percent", "threshold"),
            ParameterForms.Whole("in_1", "bars around a turn", 10, (2, 1_000), "depth"),
        ],
        Outputs = [new IndicatorOutput("Plot", PlotKind.JoinedLine, [OverlayForms.Blue], LineWidthPx)],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => DepthsBefore * (int)inputs[Depth],
        RemembersStart = true,
        Compute = static (bars, inputs) =>
            [new IndicatorPlot(ZigZag.Compute(bars, inputs[Deviation], (int)inputs[Depth]))],
    };
}
