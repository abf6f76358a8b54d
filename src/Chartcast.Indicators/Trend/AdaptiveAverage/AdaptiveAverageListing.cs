using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.AdaptiveAverage;

internal static class AdaptiveAverageListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Moving Average Adaptive", "kama", "adaptive_moving_average", "moving_average_adaptive"],
        ShortTitle = "KAMA",
        Description = "Kaufman's adaptive moving average: quick in trends, slow in sideways markets.",
        Parameters =
        [
            ParameterForms.Whole(
                "periods", "length in bars", 10, (2, 10_000), "length", "period", "window"),
        ],
        PlotKey = "Plot 1",
        Color = "rgb(171,71,188)",
        Start = static context => new KaufmanMean(context.Whole(Length)).Next,
        WarmUpBars = static inputs => KaufmanMean.WarmUpBars((int)inputs[Length]),
    });
}
