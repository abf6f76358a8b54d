using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Coppock;

internal static class CoppockListing
{
    private const int Length = 0, Slow = 1, Fast = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Coppock Curve",
        Aliases = ["coppock", "coppock_curve"],
        ShortTitle = "Coppock",
        Description = "Coppock curve: a weighted mean of a long and a short rate of change.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("in_0", 10, 5_000) with { Minimum = -10_000, ValuesFrom = 1 },
            ParameterForms.NamedLength("in_1", "slow", "the long rate of change", 14, 4_999),
            ParameterForms.NamedLength("in_2", "fast", "the short rate of change", 11, 4_999),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs => (int)(Math.Max(inputs[Slow], inputs[Fast]) + inputs[Length]) - 1,
        Stream = static context => new Coppock(context.Whole(Length), context.Whole(Slow), context.Whole(Fast)),
    };
}
