using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Schaff;

internal static class SchaffListing
{
    private const int Length = 0, Fast = 1, Slow = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Schaff Trend Cycle",
        Aliases = ["stc", "schaff", "schaff_trend_cycle"],
        ShortTitle = "STC",
        Description = "Schaff trend cycle: a faster MACD between 0 and 100; above 75 the trend is up, below 25 down.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("length", 10, 2_000),
            ParameterForms.NamedLength("fast", "fast", "the fast average", 23, 2_000),
            ParameterForms.NamedLength("slow", "slow", "the slow average", 50, 2_000),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = PaneForms.Limits(75, 25),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["length", "fast", "slow"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Fast], inputs[Slow]))
            + 2 * ((int)inputs[Length] + Schaff.SettlingBars),
        Stream = static context => new Schaff(context.Whole(Length), context.Whole(Fast), context.Whole(Slow)),
    };
}
