using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.MaCross;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.MaEmaCross;

internal static class MaEmaCrossListing
{
    private const int Plain = 0, Exponential = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "MA with EMA Cross",
        Aliases = ["ma_ema_cross", "ma_with_ema_cross"],
        ShortTitle = "MA/EMA Cross",
        Description = "A simple and an exponential moving average, with a mark where they cross.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("in_0", "length of the simple average in bars", 10, 2_000, "ma", "ma_length", "sma"),
            ParameterForms.Whole("in_1", "length of the exponential average in bars", 10, 2_000, "ema", "ema_length"),
        ],
        Outputs =
        [
            PaneForms.Line("MA", OverlayForms.Orange),
            PaneForms.Line("EMA", OverlayForms.Green),
            CrossForms.Output("Crosses"),
        ],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs =>
            (int)Math.Max(inputs[Plain], ExponentialMean.SettlingLength((int)inputs[Exponential])),
        Stream = static context => new CrossingLines(
            new RollingSum(context.Whole(Plain)).NextMean, new ExponentialMean(context.Whole(Exponential)).Next),
    };
}
