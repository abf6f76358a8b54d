using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Macd;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.PercentagePrice;

internal static class PercentagePriceListing
{
    private const int Fast = 0, Slow = 1, Signal = 2, Source = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Percentage Price Oscillator",
        Aliases = ["ppo", "percentage_price_oscillator"],
        ShortTitle = "PPO",
        Description = "Percentage price oscillator: MACD in percent of its slow average, comparable between symbols.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("fast", "fast", "the fast average", 12, 2_000),
            ParameterForms.NamedLength("slow", "slow", "the slow average", 26, 2_000),
            ParameterForms.NamedLength("signal", "signal", "the signal line", 9, 2_000),
            ParameterForms.Source("source"),
        ],
        Outputs =
        [
            MacdListing.HistogramOutput,
            PaneForms.Line("PPO", "rgb(33,150,243)"),
            PaneForms.Line("Signal", "rgb(255,109,0)"),
        ],
        LegendInputs = ["fast", "slow", "signal"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Fast], inputs[Slow]))
            + ExponentialMean.SettlingLength((int)inputs[Signal]),
        Stream = static context => new PercentagePrice(
            context.Whole(Fast), context.Whole(Slow), context.Whole(Signal), context.Source(Source)),
    };
}
