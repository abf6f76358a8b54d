using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.SmoothedAverage;

internal static class SmoothedAverageListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Smoothed Moving Average", "smma", "rma", "wilder", "smoothed_moving_average"],
        ShortTitle = "SMMA",
        Description = "Smoothed moving average: Wilder's exponential average, slower than the usual one.",
        Parameters = [ParameterForms.Length("in_0", 7, 100_000), ParameterForms.Source("in_1")],
        Color = "rgb(103,58,183)",
        Source = 1,
        Start = static context => ExponentialMean.Wilder(context.Whole(Length)).Next,
        WarmUpBars = static inputs => ExponentialMean.WilderSettlingLength((int)inputs[Length]),
    });
}
