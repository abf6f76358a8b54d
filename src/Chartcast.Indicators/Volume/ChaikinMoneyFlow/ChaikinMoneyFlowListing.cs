using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.ChaikinMoneyFlow;

internal static class ChaikinMoneyFlowListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Chaikin Money Flow",
        Aliases = ["cmf", "chaikin_money_flow"],
        ShortTitle = "CMF",
        Description = "Share of the last bars' volume that went into closes near highs (above 0) or lows (below 0).",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 20, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(67,160,71)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0"],
        WarmUpBars = inputs => (int)inputs[0] - 1,
        Stream = static context => new OnePlotStream(new ChaikinMoneyFlow(context.Whole(0)).Next),
    };
}
