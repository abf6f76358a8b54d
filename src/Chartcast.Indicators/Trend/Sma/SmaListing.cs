using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Sma;

internal static class SmaListing
{
    public static IndicatorListing Create() => MovingAverageListing.Create(
        ["Moving Average", "sma", "ma", "moving_average", "simple_moving_average"],
        "SMA",
        "Simple moving average: the mean of the last prices.",
        Sma.Compute,
        static length => length - 1);
}
