using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.AbsolutePrice;

internal static class AbsolutePriceListing
{
    private const int Fast = 0, Slow = 1, Source = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Absolute Price Oscillator",
        Aliases = ["apo", "absolute_price_oscillator"],
        ShortTitle = "APO",
        Description = "Absolute price oscillator: a fast exponential average minus a slow one.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("fast", "fast", "the fast average", 12, 2_000),
            ParameterForms.NamedLength("slow", "slow", "the slow average", 26, 2_000),
            ParameterForms.Source("source"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["fast", "slow"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Fast], inputs[Slow])),
        Stream = static context => new AbsolutePrice(
            context.Whole(Fast), context.Whole(Slow), context.Source(Source)),
    };
}
