using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.MoneyFlowIndex;

internal static class MoneyFlowIndexListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Money Flow Index",
        Aliases = ["mfi", "money_flow_index", "money_flow"],
        ShortTitle = "MFI",
        Description = "Share of money that went into rising prices, 0 to 100; above 80 overbought, below 20 oversold.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(126,87,194)")],
        Levels = PaneForms.Limits(80, 20),
        Bands = [PaneForms.BetweenLimits("rgba(126,87,194,0.1)")],
        LegendInputs = ["in_0"],
        FixedRange = (0, 100),
        WarmUpBars = inputs => (int)inputs[0],
        Stream = static context => new OnePlotStream(new MoneyFlowIndex(context.Whole(0)).Next),
    };
}
