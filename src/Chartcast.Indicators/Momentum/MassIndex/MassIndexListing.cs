using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.MassIndex;

internal static class MassIndexListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Mass Index",
        Aliases = ["mass", "mass_index"],
        ShortTitle = "Mass",
        Description = "Mass index: the sum of how much wider bars have become; a bulge warns of a turn.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 10, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => 2 * ExponentialMean.SettlingLength(MassIndex.MeanLength) + (int)inputs[Length],
        Stream = static context => new MassIndex(context.Whole(Length)),
    };
}
