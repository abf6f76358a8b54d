using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.MaCross;

internal static class MaCrossListing
{
    private const int Short = 0, Long = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "MA Cross",
        Aliases = ["ma_cross", "moving_average_cross", "golden_cross"],
        ShortTitle = "MA Cross",
        Description = "A short and a long moving average, with a mark where they cross.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "length of the short average in bars", 9, 2_000,
                "short", "fast", "short_period", "fast_period"),
            ParameterForms.Whole(
                "in_1", "length of the long average in bars", 26, 2_000,
                "long", "slow", "long_period", "slow_period"),
        ],
        Outputs =
        [
            PaneForms.Line("PlotShort", OverlayForms.Green),
            PaneForms.Line("PlotLong", OverlayForms.Orange),
            CrossForms.Output("PlotCrosses"),
        ],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => (int)Math.Max(inputs[Short], inputs[Long]),
        Stream = static context => new CrossingLines(
            new RollingSum(context.Whole(Short)).NextMean, new RollingSum(context.Whole(Long)).NextMean),
    };
}
