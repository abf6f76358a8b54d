using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels;

/// <summary>The levels indicators, in the order they are listed in.</summary>
internal static class LevelsListings
{
    public static IndicatorListing[] Create() =>
    [
        Fractals.FractalsListing.Create(),
        ZigZag.ZigZagListing.Create(),
        PivotPoints.PivotPointsListing.Create(),
        Pivots.PivotsListing.Create(),
        MoonPhases.MoonPhasesListing.Create(),
    ];
}
