using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.ChandeMomentum;

internal static class ChandeMomentumListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Chande Momentum Oscillator",
        Aliases = ["cmo", "chande_momentum_oscillator", "chande_momentum"],
        ShortTitle = "ChandeMO",
        Description = "Chande momentum oscillator: rises minus falls as a share of all movement, -100 to 100.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 9, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new ChandeMomentum(context.Whole(Length)),
    };
}
