using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.StandardDeviation;

internal static class StandardDeviationListing
{
    private const int Length = 0, Multiplier = 1, MostDeviations = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Standard Deviation",
        Aliases = ["stddev", "stdev", "standard_deviation"],
        ShortTitle = "StdDev",
        Description = "How far closes scatter about their mean: the population standard deviation of the last closes.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("periods", 5, 100_000),
            ParameterForms.Whole(
                "deviations", "factor of the deviation", 1, (-MostDeviations, MostDeviations), "multiplier", "mult"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(8,153,129)")],
        LegendInputs = ["periods", "deviations"],
        WarmUpBars = inputs => (int)inputs[Length] - 1,
        Stream = static context => new OnePlotStream(
            new StandardDeviation(context.Whole(Length), context.Number(Multiplier)).Next),
    };
}
