using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.ParabolicSar;

internal static class ParabolicSarListing
{
    private const int Start = 0, Increment = 1, Maximum = 2;
    private const double Widest = 100_000;

    // Trends seldom last longer; after two turns the beginning is forgotten.
    private const int UsualTurns = 200;

    public static IndicatorListing Create() => new()
    {
        Name = "Parabolic SAR",
        Aliases = ["psar", "sar", "parabolic_sar"],
        ShortTitle = "SAR",
        Description = "Parabolic stop and reverse: a stop that speeds up with the trend and turns when it is hit.",
        IsOverlay = true,
        Parameters =
        [
            Speed("in_0", "speed of a new trend", 0.02, "start"),
            Speed("in_1", "how much speed grows with every new extreme", 0.02, "increment", "step"),
            Speed("in_2", "largest speed", 0.2, "maximum", "max"),
        ],
        Outputs = [new IndicatorOutput("Plot", PlotKind.Crosses, [OverlayForms.Blue], 1)],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static _ => UsualTurns,
        RemembersStart = true,
        Stream = static context => new ParabolicSar(
            context.Number(Start), context.Number(Increment), context.Number(Maximum)),
    };

    private static IndicatorParameter Speed(
        string key, string title, double defaultValue, params string[] friendlyKeys) =>
        ParameterForms.Number(key, title, defaultValue, (-Widest, Widest), friendlyKeys);
}
