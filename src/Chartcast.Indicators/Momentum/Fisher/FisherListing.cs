using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Fisher;

internal static class FisherListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Fisher Transform",
        Aliases = ["fisher", "fisher_transform"],
        ShortTitle = "Fisher",
        Description = "Fisher transform: the place of the price in its range, sharpened so that turns stand out.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 9, 10_000)],
        Outputs = [PaneForms.Line("Fisher", "rgb(33,150,243)"), PaneForms.Line("Trigger", "rgb(255,109,0)")],
        Levels =
        [
            PaneForms.Level("Level0", 1.5, "rgb(233,30,99)"),
            PaneForms.Level("Level1", 0.75),
            PaneForms.Level("Level2", 0, "rgb(233,30,99)"),
            PaneForms.Level("Level3", -0.75),
            PaneForms.Level("Level4", -1.5, "rgb(233,30,99)"),
        ],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] + Fisher.SettlingBars,
        Stream = static context => new Fisher(context.Whole(Length)),
    };
}
