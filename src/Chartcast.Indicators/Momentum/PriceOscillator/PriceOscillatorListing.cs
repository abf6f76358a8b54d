using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.PriceOscillator;

internal static class PriceOscillatorListing
{
    private const int Fast = 0, Slow = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Price Oscillator",
        Aliases = ["po", "price_oscillator"],
        ShortTitle = "Price Osc",
        Description = "Price oscillator: by how many percent a short simple average differs from a long one.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "fast", "the short average", 10, 2_000),
            ParameterForms.NamedLength("in_1", "slow", "the long average", 21, 2_000),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(8,153,129)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => (int)Math.Max(inputs[Fast], inputs[Slow]) - 1,
        Stream = static context => new PriceOscillator(context.Whole(Fast), context.Whole(Slow)),
    };
}
