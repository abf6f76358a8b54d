using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.WeightedAverage;

internal static class WeightedAverageListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Moving Average Weighted", "wma", "weighted_moving_average", "moving_average_weighted"],
        ShortTitle = "WMA",
        Description = "Weighted moving average: weights fall in equal steps from the newest price to the oldest.",
        Parameters =
        [
            ParameterForms.Length("in_0", 9, 2_000), ParameterForms.Source("in_1"), OverlayForms.Offset("in_2"),
        ],
        Color = OverlayForms.Blue,
        Source = 1,
        Offset = 2,
        Start = static context => new RollingWeightedMean(context.Whole(Length)).Next,
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });
}
