using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels.MoonPhases;

internal static class MoonPhasesListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Moon Phases",
        Aliases = ["moon_phases", "moon"],
        ShortTitle = "Moon",
        Description = "Moon phases: a dark disc above the bar with the new moon, a light one below that with the full.",
        IsOverlay = true,
        Parameters = [],
        Outputs =
        [
            new IndicatorOutput("New Moon", PlotKind.DiscsAbove, ["rgb(69,90,100)"], 1),
            new IndicatorOutput("Full Moon", PlotKind.DiscsBelow, ["rgb(236,239,241)"], 1),
        ],
        // So that what falls between the bars before the first shown one is known.
        WarmUpBars = static _ => 1,
        Stream = static context => new MoonPhases(context.Interval),
    };
}
