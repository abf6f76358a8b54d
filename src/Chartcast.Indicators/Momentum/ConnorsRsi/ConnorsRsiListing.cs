using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ConnorsRsi;

internal static class ConnorsRsiListing
{
    private const int Length = 0, StreakLength = 1, RankLength = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Connors RSI",
        Aliases = ["crsi", "connors_rsi", "connorsrsi"],
        ShortTitle = "CRSI",
        Description = "Connors RSI: a fast RSI, the RSI of winning and losing streaks, and the rank of the last change "
            + "in one, 0 to 100.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "length of the RSI in bars", 3, 10_000, "length", "period", "rsi", "rsi_length", "rsilength"),
            ParameterForms.NamedLength("in_1", "streak", "the streak's RSI", 2, 10_000),
            ParameterForms.Whole(
                "in_2", "changes to rank the newest among", 100, 10_000, "rank", "rank_length", "roc", "roc_length"),
        ],
        Outputs = [PaneForms.Line("CRSI", "rgb(33,150,243)")],
        Levels = PaneForms.Limits(70, 30),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0", "in_1", "in_2"],
        FixedRange = (0, 100),
        WarmUpBars = static inputs => WarmUpBars(
            (int)inputs[Length], (int)inputs[StreakLength], (int)inputs[RankLength]),
        Stream = static context => new ConnorsRsi(
            context.Whole(Length), context.Whole(StreakLength), context.Whole(RankLength)),
    };

    // Rises or falls in a row beyond which nobody counts.
    private const int LongestStreak = 32;

    private static int WarmUpBars(int length, int streakLength, int rankLength) => 1 + Math.Max(
        rankLength,
        Math.Max(
            ExponentialMean.WilderSettlingLength(length),
            ExponentialMean.WilderSettlingLength(streakLength) + LongestStreak));
}
