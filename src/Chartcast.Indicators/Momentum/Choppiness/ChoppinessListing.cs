using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Choppiness;

internal static class ChoppinessListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Choppiness Index",
        Aliases = ["chop", "choppiness", "choppiness_index"],
        ShortTitle = "CHOP",
        Description = "Choppiness index: above 61.8 the market goes sideways, below 38.2 it trends.",
        IsOverlay = false,
        Parameters =
        [
            // The logarithm of one bar, by which the index divides, is 0.
            ParameterForms.Length("in_0", 14, 1_000) with { ValuesFrom = 2 },
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = PaneForms.Limits(61.8, 38.2),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new Choppiness(context.Whole(Length)),
    };
}
