using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Ultimate;

internal static class UltimateListing
{
    private const int Fast = 0, Middle = 1, Slow = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Ultimate Oscillator",
        Aliases = ["uo", "ultimate", "ultimate_oscillator", "ultosc"],
        ShortTitle = "UO",
        Description = "Ultimate oscillator: buying pressure over three lengths at once, 0 to 100; above 70 overbought, "
            + "below 30 oversold.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "fast", "the short window", 7, 100_000),
            ParameterForms.NamedLength("in_1", "middle", "the middle window", 14, 100_000),
            ParameterForms.NamedLength("in_2", "slow", "the long window", 28, 100_000),
        ],
        Outputs = [PaneForms.Line("UO", "rgb(242,54,69)")],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs => (int)Math.Max(inputs[Fast], Math.Max(inputs[Middle], inputs[Slow])),
        Stream = static context => new Ultimate(context.Whole(Fast), context.Whole(Middle), context.Whole(Slow)),
    };
}
