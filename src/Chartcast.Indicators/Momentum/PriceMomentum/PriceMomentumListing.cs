using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.PriceMomentum;

internal static class PriceMomentumListing
{
    private const int Length = 0, Source = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Momentum",
        Aliases = ["mom", "momentum"],
        ShortTitle = "Mom",
        Description = "Momentum: the price minus that of some bars ago.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 10, 1_000), ParameterForms.Source("in_1")],
        Outputs = [PaneForms.Line("Mom", "rgb(33,150,243)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new PriceMomentum(context.Whole(Length), context.Source(Source)),
    };
}
