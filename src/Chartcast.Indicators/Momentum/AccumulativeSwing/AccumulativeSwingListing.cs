using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.AccumulativeSwing;

internal static class AccumulativeSwingListing
{
    private const int LimitMove = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Accumulative Swing Index",
        Aliases = ["asi", "accumulative_swing_index", "swing_index"],
        ShortTitle = "ASI",
        Description = "Accumulative swing index: the sum of how strongly each bar swung against the one before.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Number(
                "in_0", "largest move of a day in price units", 10, (0.1, 100_000), "limit", "limit_move", "limitmove"),
        ],
        Outputs = [PaneForms.Line("ASI", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static _ => 0,
        RemembersStart = true,
        Stream = static context => new AccumulativeSwing(context.Number(LimitMove)),
    };
}
