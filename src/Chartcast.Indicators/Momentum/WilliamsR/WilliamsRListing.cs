using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.WilliamsR;

internal static class WilliamsRListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Williams %R",
        Aliases = ["williams_r", "willr", "williamsr", "wr", "percent_r"],
        ShortTitle = "%R",
        Description = "Williams %R: how far the close is below its recent high, 0 to -100; above -20 overbought, below "
            + "-80 oversold.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(126,87,194)")],
        Levels = PaneForms.Limits(-20, -80),
        Bands = [PaneForms.BetweenLimits("rgba(126,87,194,0.1)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new WilliamsR(context.Whole(Length)),
    };
}
