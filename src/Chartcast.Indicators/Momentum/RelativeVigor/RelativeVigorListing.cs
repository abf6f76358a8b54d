using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.RelativeVigor;

internal static class RelativeVigorListing
{
    private const int Length = 0, SymmetricBars = 4;

    public static IndicatorListing Create() => new()
    {
        Name = "Relative Vigor Index",
        Aliases = ["rvgi", "relative_vigor_index", "vigor"],
        ShortTitle = "RVGI",
        Description = "Relative vigor index: how far closes lie above opens for the size of the bars, and a signal "
            + "line.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 10, 2_000)],
        Outputs = [PaneForms.Line("RVGI", "rgb(8,153,129)"), PaneForms.Line("Signal", "rgb(242,54,69)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] + 2 * (SymmetricBars - 1) - 1,
        Stream = static context => new RelativeVigor(context.Whole(Length)),
    };
}
